package org.kpisuite.reports.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.feed.ImportTemplate;
import org.kpisuite.domain.feed.ImportTemplate.DuePeriod;
import org.kpisuite.domain.quantity.LocalizedText;

/** A template of a department for one quarter: leads by week in total and of one channel, revenue by month. */
final class SampleTemplate {
    private SampleTemplate() {}

    static ImportTemplate of() {
        Catalogue catalogue = Catalogue.shipped();
        ImportTemplate.Feed leads = new ImportTemplate.Feed(
                "SALES",
                catalogue.measure("LEADS").orElseThrow(),
                null,
                "CRM",
                Granularity.WEEK,
                1,
                "LEADS",
                "Olga",
                List.of("", "channel=social"),
                periods(Period.parse("2026-W40"), 2));
        ImportTemplate.Feed revenue = new ImportTemplate.Feed(
                "EAST",
                catalogue.measure("REVENUE").orElseThrow(),
                "RUB",
                "FINANCE",
                Granularity.MONTH,
                5,
                "REVENUE",
                null,
                List.of(""),
                periods(Period.parse("2026-10"), 3));
        return new ImportTemplate(
                "SALES",
                Period.parse("2026-Q4"),
                List.of(leads, revenue),
                Map.of("SALES", new LocalizedText("Sales", "Продажи"), "EAST", new LocalizedText("East", "Восток")),
                List.copyOf(catalogue.sources()));
    }

    private static List<DuePeriod> periods(Period first, int count) {
        return IntStream.range(0, count)
                .mapToObj(first::plus)
                .map(p -> new DuePeriod(p, due(p)))
                .toList();
    }

    private static LocalDate due(Period period) {
        return period.endInclusive().plusDays(1);
    }
}
