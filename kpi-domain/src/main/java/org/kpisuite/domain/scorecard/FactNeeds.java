package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
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
 */
public record FactNeeds(Set<String> measures, Set<String> dims, DayRange whole, List<DayRange> byDay) {

    /** Comparisons before the oldest period of the trend: its prior year. */
    private static final int YEAR_BACK = 1;

    public static FactNeeds of(Catalogue catalogue, Stream<Plan> plans, Period period, LocalDate asOfDay) {
        List<Plan> all = plans.toList();
        Set<String> measures = new LinkedHashSet<>();
        Set<String> dims = new LinkedHashSet<>(Set.of(""));
        if (all.stream().noneMatch(p -> p.period().equals(period))) {
            catalogue.indicators().forEach(i -> measures.addAll(catalogue.measuresOf(i)));
        }
        for (PlanItem item : all.stream().flatMap(p -> p.items().stream()).toList()) {
            catalogue.indicator(item.indicator()).ifPresent(i -> measures.addAll(catalogue.measuresOf(i)));
            dims.add(item.dims());
        }
        catalogue.indicators().stream()
                .flatMap(i -> i.formula().references().stream())
                .map(Formula.Reference::dims)
                .forEach(dims::add);
        LocalDate oldest = period.plus(1 - Scorecard.TREND_LENGTH).start().minusYears(YEAR_BACK);
        DayRange whole = new DayRange(oldest, period.endInclusive());
        return new FactNeeds(measures, dims, whole, byDay(period, asOfDay));
    }

    private static List<DayRange> byDay(Period period, LocalDate asOfDay) {
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
