package org.kpisuite.ejb.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.RetailCalendar;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.calendar.YearLabel;

/** Reads the calendars of the company from its settings; what cannot be is refused by the name of the setting. */
final class CalendarSettings {
    private static final String FISCAL_START = "KPI_FISCAL_START";
    private static final String FISCAL_LABEL = "KPI_FISCAL_LABEL";
    private static final String RETAIL = "KPI_RETAIL";
    private static final String PLANS = "KPI_PLAN_CALENDAR";
    private static final String HOLIDAYS = "KPI_HOLIDAYS";
    /** No setting: what a release ships for it. */
    static final String HOLIDAY_TABLE = "HOLIDAY_TABLE";

    static final List<String> NAMES = List.of(FISCAL_START, FISCAL_LABEL, RETAIL, PLANS, HOLIDAYS);

    private CalendarSettings() {}

    /** A holiday table that is shipped. */
    private enum Holidays {
        RU,
        NONE
    }

    static CompanyCalendar calendar(Function<String, Optional<String>> settings) {
        FiscalCalendar fiscal = new FiscalCalendar(
                settings.apply(FISCAL_START).map(CalendarSettings::month).orElse(1),
                choice(settings, FISCAL_LABEL, YearLabel.values(), YearLabel.END_YEAR));
        RetailCalendar retail =
                settings.apply(RETAIL).map(CalendarSettings::retail).orElse(null);
        CalendarKind[] kinds = {CalendarKind.CIVIL, CalendarKind.FISCAL, CalendarKind.RETAIL};
        CalendarKind planning = choice(settings, PLANS, kinds, CalendarKind.CIVIL);
        if (planning == CalendarKind.RETAIL && retail == null) {
            throw new IllegalArgumentException(PLANS + " is RETAIL, but " + RETAIL + " is not set");
        }
        return new CompanyCalendar(fiscal, retail, planning);
    }

    /** By the table as it was recorded, where it was; else as it is shipped. */
    static WorkingDays workingDays(Function<String, Optional<String>> settings) {
        if (choice(settings, HOLIDAYS, Holidays.values(), Holidays.RU) == Holidays.NONE) {
            return WorkingDays.MONDAY_TO_FRIDAY;
        }
        return settings.apply(HOLIDAY_TABLE)
                .map(table -> WorkingDays.parse(table.lines().toList()))
                .orElseGet(WorkingDays::russia);
    }

    private static int month(String text) {
        if (!text.strip().matches("0?[1-9]|1[0-2]")) {
            throw new IllegalArgumentException(FISCAL_START + " must be a month from 1 to 12, but is " + text);
        }
        return Integer.parseInt(text.strip());
    }

    private static RetailCalendar retail(String text) {
        try {
            return RetailCalendar.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(RETAIL + ": " + e.getMessage(), e);
        }
    }

    private static <E extends Enum<E>> E choice(
            Function<String, Optional<String>> settings, String name, E[] values, E standard) {
        Optional<String> given = settings.apply(name);
        if (given.isEmpty()) {
            return standard;
        }
        String text = given.get().strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values)
                .filter(v -> v.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be one of " + Arrays.toString(values) + ", but is " + given.get()));
    }
}
