package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/**
 * What must be read, in one query, before a scorecard can be assembled.
 *
 * @param measures codes of base measures
 * @param dims dimension texts that occur, the empty text (the total) always among them
 * @param whole everything from the oldest comparison to the last day of the period; whole months suffice
 * @param byDay the ranges inside it in which single days are needed, because a period still runs
 *     or is shorter than a month
 */
public record FactNeeds(Set<String> measures, Set<String> dims, DayRange whole, List<DayRange> byDay) {

    public static FactNeeds of(Catalogue catalogue, Stream<Plan> plans, Period period, LocalDate asOfDay) {
        List<Plan> all = plans.toList();
        Set<Formula.Reference> leaves = new LinkedHashSet<>();
        if (all.stream().noneMatch(p -> p.period().equals(period))) {
            catalogue.indicators().forEach(i -> leaves.addAll(Leaves.of(catalogue, i.formula(), Map.of())));
        }
        for (PlanItem item : all.stream().flatMap(p -> p.items().stream()).toList()) {
            item.definition(catalogue)
                    .ifPresent(i -> leaves.addAll(Leaves.of(catalogue, i.formula(), item.dimensions())));
        }
        Set<String> measures = new LinkedHashSet<>();
        Set<String> dims = new LinkedHashSet<>(Set.of(""));
        leaves.forEach(l -> measures.add(l.code()));
        leaves.forEach(l -> dims.add(l.dims()));
        DayRange whole = new DayRange(oldest(period), period.endInclusive());
        return new FactNeeds(measures, dims, whole, byDay(period, asOfDay, whole));
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
