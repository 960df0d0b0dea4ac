package org.kpisuite.ejb.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kpisuite.domain.scorecard.CompanyRules;

/**
 * What a company has set that numbers depend on.
 *
 * @param zone in which an instant falls on a day
 * @param currency of a root unit that names none
 */
public record CompanySettings(ZoneId zone, String currency, CompanyRules rules) {
    private static final String ZONE = "KPI_ZONE";
    private static final String CURRENCY = "KPI_CURRENCY";

    /** The settings by which numbers are kept through time. */
    static final List<String> NAMES = Stream.of(List.of(ZONE, CURRENCY), CalendarSettings.NAMES, ScoreSettings.NAMES)
            .flatMap(List::stream)
            .toList();

    /** By the names that they have in the environment; what cannot be is refused by its name. */
    static CompanySettings of(Function<String, Optional<String>> settings) {
        CompanyRules rules = new CompanyRules(
                CalendarSettings.workingDays(settings),
                ScoreSettings.score(settings),
                ScoreSettings.comparisons(settings),
                CalendarSettings.calendar(settings));
        return new CompanySettings(zone(settings), currency(settings), rules);
    }

    static ZoneId zone(Function<String, Optional<String>> settings) {
        return ZoneId.of(settings.apply(ZONE).orElse("Europe/Moscow"));
    }

    static String currency(Function<String, Optional<String>> settings) {
        return settings.apply(CURRENCY).orElse("RUB");
    }
}
