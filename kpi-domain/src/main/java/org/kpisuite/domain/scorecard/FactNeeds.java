package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/**
 * What must be read before a scorecard can be assembled.
 *
 * @param formulas the series that are taken together, a set for each formula
 * @param whole everything from the oldest comparison to the last day of the period; whole months suffice
 * @param byDay the ranges inside it in which single days are needed, because a period still runs
 *     or is not made of civil months, or because the organisation changed in it
 */
public record FactNeeds(Set<Set<FactSeries>> formulas, DayRange whole, List<DayRange> byDay) {

    /**
     * The needs of a unit's scorecard.
     *
     * @param plans in force for the unit
     * @param asOfDay last day that is over
     */
    public static FactNeeds of(Definitions definitions, Collection<Plan> plans, Period period, LocalDate asOfDay) {
        return of(definitions, plans, period, asOfDay, CompanyRules.USUAL);
    }

    /** The same by the rules of a company, which say what is compared with what. */
    public static FactNeeds of(
            Definitions definitions, Collection<Plan> plans, Period period, LocalDate asOfDay, CompanyRules rules) {
        return new Gathering(definitions, plans, period, asOfDay, rules).needs();
    }

    /** The same, by single days around days on which what belongs to the unit changes. */
    public FactNeeds cutAt(Collection<LocalDate> changes) {
        List<DayRange> ranges = new ArrayList<>(byDay);
        changes.stream()
                .filter(whole::contains)
                .filter(d -> d.getDayOfMonth() != 1)
                .map(d -> new DayRange(d, d))
                .forEach(ranges::add);
        return new FactNeeds(formulas, whole, ranges);
    }

    /** The same, and what an indicator takes beside them; an unknown one takes nothing. */
    FactNeeds and(Catalogue catalogue, String indicator) {
        Set<Set<FactSeries>> more = new LinkedHashSet<>(formulas);
        catalogue.indicator(indicator).ifPresent(i -> more.add(Gathering.series(catalogue, i, Map.of())));
        return new FactNeeds(more, whole, byDay);
    }

    private static final class Gathering {
        private final Definitions definitions;
        private final Collection<Plan> plans;
        private final Period period;
        private final LocalDate asOfDay;
        private final CompanyRules rules;
        private final Set<Set<FactSeries>> formulas = new LinkedHashSet<>();

        Gathering(
                Definitions definitions, Collection<Plan> plans, Period period, LocalDate asOfDay, CompanyRules rules) {
            this.definitions = definitions;
            this.plans = plans;
            this.period = period;
            this.asOfDay = asOfDay;
            this.rules = rules;
        }

        FactNeeds needs() {
            List<DayRange> compared = compared();
            DayRange whole = new DayRange(oldest(compared), period.endInclusive());
            Set<Catalogue> catalogues = Collections.newSetFromMap(new IdentityHashMap<>());
            compared.forEach(p -> catalogues.add(definitions.on(p.start())));
            catalogues.add(definitions.on(whole.start()));
            if (plans.stream().noneMatch(p -> p.period().equals(period))) {
                for (Catalogue catalogue : catalogues) {
                    catalogue.indicators().forEach(i -> add(catalogue, i, Map.of()));
                }
            }
            plans.forEach(plan -> plan.items().forEach(item -> add(plan, item, catalogues)));
            return new FactNeeds(formulas, whole, byDay(compared, whole));
        }

        private List<DayRange> compared() {
            return IntStream.rangeClosed(1 - Scorecard.TREND_LENGTH, 0)
                    .mapToObj(period::plus)
                    .flatMap(p -> Stream.of(
                            Optional.of(p.days()), Optional.of(p.previous().days()), priorYear(p)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<DayRange> priorYear(Period of) {
            return rules.comparisons().priorYearDays(of);
        }

        /** The first day of anything that this period or one of its trend is compared with, by year and rolling too. */
        private LocalDate oldest(List<DayRange> compared) {
            LocalDate first = compared.stream()
                    .map(DayRange::start)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate rolling = RollingComparison.oldest(period);
            return rolling.isBefore(first) ? rolling : first;
        }

        private void add(Plan plan, PlanItem item, Set<Catalogue> catalogues) {
            Catalogue signed = definitions.of(plan);
            item.definition(signed).ifPresent(i -> add(signed, i, item.dimensions()));
            for (Catalogue catalogue : catalogues) {
                catalogue.indicator(item.indicator()).ifPresent(i -> add(catalogue, i, item.dimensions()));
            }
            item.gate().ifPresent(gate -> add(signed, gate, item.dimensions()));
        }

        private void add(Catalogue catalogue, Gate gate, Map<String, String> dimensions) {
            String numerator = gate.numerator();
            String denominator = gate.denominator();
            Gates.together(catalogue, numerator, denominator).ifPresent(i -> add(catalogue, i, dimensions));
            GateInputs.matureOf(numerator)
                    .flatMap(n -> GateInputs.matureOf(denominator).flatMap(d -> Gates.together(catalogue, n, d)))
                    .ifPresent(i -> add(catalogue, i, dimensions));
        }

        private void add(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions) {
            formulas.add(series(catalogue, indicator, dimensions));
        }

        private static Set<FactSeries> series(
                Catalogue catalogue, Indicator indicator, Map<String, String> dimensions) {
            Set<FactSeries> series = new LinkedHashSet<>();
            Leaves.of(catalogue, indicator.formula(), dimensions).stream()
                    .flatMap(l -> Stream.concat(Stream.of(l.code()), weights(catalogue, indicator, l.code()))
                            .flatMap(code -> catalogue.measure(code).stream())
                            .map(m -> FactSeries.of(m, l.dims())))
                    .forEach(series::add);
            if (zeros(catalogue, indicator)) {
                catalogue.measure(Catalogue.FEED_HEARTBEAT).ifPresent(beat -> series.add(FactSeries.of(beat, "")));
            }
            return series;
        }

        /** Whether a day without a row can be a zero: heartbeats then come by day where the flows do. */
        private static boolean zeros(Catalogue catalogue, Indicator indicator) {
            return indicator.missingPolicy().equals(MissingPolicy.ZERO)
                    || indicator.formula().references().stream()
                            .filter(r -> catalogue.measure(r.code()).isEmpty())
                            .flatMap(r -> catalogue.indicator(r.code()).stream())
                            .anyMatch(i -> zeros(catalogue, i));
        }

        /** What may weigh a measure: what it says itself, or an indicator that takes it otherwise. */
        private static Stream<String> weights(Catalogue catalogue, Indicator indicator, String measure) {
            Stream<String> inner = indicator.formula().references().stream()
                    .filter(r -> catalogue.measure(r.code()).isEmpty())
                    .flatMap(r -> catalogue.indicator(r.code()).stream())
                    .flatMap(i -> weights(catalogue, i, measure));
            Stream<String> own = Stream.of(
                            indicator.weight(), catalogue.measure(measure).flatMap(Measure::weight))
                    .flatMap(Optional::stream);
            return Stream.concat(own, inner);
        }

        private List<DayRange> byDay(List<DayRange> compared, DayRange whole) {
            if (period.calendar().kind() == CalendarKind.RETAIL) {
                return List.of(whole);
            }
            List<DayRange> ranges = new ArrayList<>();
            if (Granularity.MONTH.isCoarserThan(period.granularity())) {
                compared.stream().distinct().forEach(ranges::add);
            } else if (asOfDay.isBefore(period.endInclusive())) {
                DayRange elapsed = period.days().upTo(asOfDay);
                Stream.of(Optional.of(period.previous().days()), priorYear(period))
                        .flatMap(Optional::stream)
                        .map(p -> Comparisons.sameElapsed(period, elapsed, p))
                        .forEach(ranges::add);
                ranges.add(elapsed);
            }
            endsOfYearsToDate()
                    .filter(end -> ranges.stream().noneMatch(r -> r.overlaps(monthOf(end.start()))))
                    .toList()
                    .forEach(ranges::add);
            return ranges;
        }

        private static DayRange monthOf(LocalDate day) {
            return Period.of(Granularity.MONTH, day).days();
        }

        /** Where the quarter and the year before are cut by their days: where these end, or where data of late ones do. */
        private Stream<DayRange> endsOfYearsToDate() {
            LocalDate last = asOfDay.isBefore(period.endInclusive()) ? asOfDay : period.endInclusive();
            return Stream.of(Granularity.QUARTER, Granularity.YEAR)
                    .filter(length -> length.isCoarserThan(period.granularity()))
                    .map(length -> Period.of(rules.yearsOf(period), length, last))
                    .filter(span -> last.isBefore(span.endInclusive()))
                    .flatMap(span -> rules.comparisons().toDate(span, last).comparison().stream())
                    .filter(days -> !days.isEmpty())
                    .map(days -> new DayRange(days.endInclusive(), days.endInclusive()))
                    .distinct();
        }
    }
}
