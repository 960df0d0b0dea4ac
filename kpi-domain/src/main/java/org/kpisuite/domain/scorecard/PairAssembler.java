package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Makes the series of indicators over single periods, each worked out by its own rule as scorecards work it out, and reads
 * pairs of them.
 *
 * <p>Only what is whole and final enters: no running period, nothing incomplete, estimated, left over from before, or of a
 * cohort that is still maturing. Source: domain specification §6.1.
 */
public final class PairAssembler {
    private static final Set<Mark> NOT_OF_THE_PERIOD = Set.of(Mark.STALE, Mark.ESTIMATED, Mark.UNITS_LEFT_OUT);

    private final Grounds grounds;
    private final PairNeeds needs;
    private final LocalDate lastDay;
    private final Evaluation evaluation;
    private final Map<String, Optional<PairSide>> sides = new HashMap<>();

    /**
     * An assembler over what {@link PairNeeds#facts} asked for.
     *
     * @param lastDay last day that is over
     */
    public PairAssembler(Grounds grounds, PairNeeds needs, LocalDate lastDay) {
        this.grounds = grounds;
        this.needs = needs;
        this.lastDay = lastDay;
        this.evaluation = new ScorecardAssembler(grounds).evaluation(needs.last());
    }

    /** What is known of a pair; empty if one of its indicators is unknown. */
    public Optional<PairReading> read(Pair pair) {
        return side(pair.leading()).flatMap(leading -> side(pair.lagging()).map(lagging -> PairReading.of(
                        pair, leading, lagging, grounds.rules().comparisons())
                .expectedUpTo(lastExpected(pair.lagging()))));
    }

    /** The last period that is looked at and should be in: its source and its cohorts had the time that they take. */
    private Period lastExpected(String indicator) {
        int days = catalogue()
                .indicator(indicator)
                .map(i -> i.sourceLagDays().orElse(0) + i.maturityDays().orElse(0))
                .orElse(0);
        Period in = PairNeeds.of(List.of(), needs.last().granularity(), lastDay.minusDays(days))
                .last();
        return in.compareTo(needs.last()) < 0 ? in : needs.last();
    }

    /**
     * Pairs that nobody has declared and that stand out among all leading and lagging indicators. What shares a measure goes
     * together by its formula, which is nothing to find.
     */
    public Discovery discover() {
        return Discovery.among(
                sides(Nature.LEAD),
                sides(Nature.LAG),
                needs.first().granularity(),
                (x, y) -> isDeclared(x.series().code(), y.series().code())
                        || isRelated(x.series().code(), y.series().code()));
    }

    private List<PairSide> sides(Nature nature) {
        return needs.indicators().stream()
                .filter(code -> catalogue()
                        .indicator(code)
                        .filter(i -> i.nature() == nature)
                        .isPresent())
                .flatMap(code -> side(code).stream())
                .filter(s -> !s.series().values().isEmpty())
                .toList();
    }

    private boolean isDeclared(String leading, String lagging) {
        return catalogue().pairs().stream()
                .anyMatch(p -> p.leading().equals(leading) && p.lagging().equals(lagging));
    }

    private boolean isRelated(String one, String other) {
        return !Collections.disjoint(measures(one), measures(other));
    }

    private Set<String> measures(String indicator) {
        Catalogue catalogue = catalogue();
        return Leaves.of(catalogue, catalogue.indicator(indicator).orElseThrow().formula(), Map.of()).stream()
                .map(Formula.Reference::code)
                .collect(Collectors.toSet());
    }

    /** Whether anything is known of both sides of a pair. */
    public boolean knows(Pair pair) {
        return isKnown(pair.leading()) && isKnown(pair.lagging());
    }

    private boolean isKnown(String indicator) {
        return side(indicator).filter(s -> !s.series().values().isEmpty()).isPresent();
    }

    /** One indicator over all periods; empty if it is unknown. */
    public Optional<PairSide> side(String indicator) {
        return sides.computeIfAbsent(
                indicator, code -> catalogue().indicator(code).map(this::side));
    }

    private Catalogue catalogue() {
        return grounds.definitions().on(needs.last().start());
    }

    private PairSide side(Indicator indicator) {
        Line line = Line.of(
                indicator, grounds.definitions(), evaluation, needs.last().days());
        TreeMap<Period, BigDecimal> values = new TreeMap<>();
        Map<Period, BigDecimal> margins = new HashMap<>();
        TreeSet<Period> breaks = new TreeSet<>();
        boolean before = false;
        for (Period period : needs.periods()) {
            boolean redefined = line.isRedefined(period.days());
            if (before && !redefined) {
                breaks.add(period);
            }
            before = redefined;
            value(line, period).ifPresent(v -> values.put(period, v));
            SurveyError.margin(line.own(), evaluation.values(line.own(), period.days()))
                    .ifPresent(m -> margins.put(period, m));
        }
        LagSeries series = new LagSeries(indicator.code(), indicator.name(), indicator.unitKind(), values, breaks);
        return new PairSide(
                series,
                indicator.direction(),
                indicator.unitKind() == UnitKind.MONEY ? evaluation.currency(line.own()) : null,
                indicator.displayScale(),
                indicator.materialityAbs().orElse(null),
                margins);
    }

    private Optional<BigDecimal> value(Line line, Period period) {
        Quantity quantity = line.over(period.days());
        boolean whole = quantity.completeness().isFull()
                && quantity.leftOut().isEmpty()
                && quantity.marks().stream().noneMatch(NOT_OF_THE_PERIOD::contains);
        return whole && !isMaturing(line, period) ? quantity.cell().usable() : Optional.empty();
    }

    private boolean isMaturing(Line line, Period period) {
        boolean cohort =
                line.own().allInputs().stream().anyMatch(i -> i.measure().kind() == MeasureKind.COHORT);
        return cohort
                && line.indicator()
                        .maturityDays()
                        .filter(days -> lastDay.isBefore(period.endInclusive().plusDays(days)))
                        .isPresent();
    }
}
