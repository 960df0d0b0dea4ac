package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/**
 * What must be read, in one query, before a scorecard can be assembled.
 *
 * @param formulas the series that are taken together, a set for each formula
 * @param whole everything from the oldest comparison to the last day of the period; whole months suffice
 * @param byDay the ranges inside it in which single days are needed, because a period still runs
 *     or is shorter than a month
 */
public record FactNeeds(Set<Set<FactSeries>> formulas, DayRange whole, List<DayRange> byDay) {

    public static FactNeeds of(Catalogue catalogue, Stream<Plan> plans, Period period, LocalDate asOfDay) {
        List<Plan> all = plans.toList();
        Set<Set<FactSeries>> formulas = new LinkedHashSet<>();
        if (all.stream().noneMatch(p -> p.period().equals(period))) {
            catalogue.indicators().forEach(i -> formulas.add(series(catalogue, i, Map.of())));
        }
        for (PlanItem item : all.stream().flatMap(p -> p.items().stream()).toList()) {
            item.definition(catalogue).ifPresent(i -> formulas.add(series(catalogue, i, item.dimensions())));
        }
        DayRange whole = new DayRange(oldest(period), period.endInclusive());
        return new FactNeeds(formulas, whole, byDay(period, asOfDay, whole));
    }

    private static Set<FactSeries> series(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions) {
        return Leaves.of(catalogue, indicator.formula(), dimensions).stream()
                .map(l -> FactSeries.of(catalogue.measure(l.code()).orElseThrow(), l.dims()))
                .collect(Collectors.toSet());
    }

    /** First day of the oldest comparison: prior year or period before of any period of the trend. */
    private static LocalDate oldest(Period period) {
        return IntStream.rangeClosed(1 - Scorecard.TREND_LENGTH, 0)
                .mapToObj(period::plus)
                .flatMap(p -> Stream.of(Optional.of(p.previous()), p.priorYear()))
                .flatMap(Optional::stream)
                .map(Period::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<DayRange> byDay(Period period, LocalDate asOfDay, DayRange whole) {
        if (Granularity.MONTH.isCoarserThan(period.granularity())) {
            return List.of(whole);
        }
        List<DayRange> ranges = new ArrayList<>();
        if (asOfDay.isBefore(period.endInclusive())) {
            Stream.of(Optional.of(period), Optional.of(period.previous()), period.priorYear())
                    .flatMap(Optional::stream)
                    .map(Period::days)
                    .forEach(ranges::add);
        }
        return ranges;
    }
}
