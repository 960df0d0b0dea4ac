package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Reads what a gate is decided by, and lets it decide.
 *
 * <p>The mature part of a cohort counts as delivered; where nothing says how much of it is mature, all of it is after
 * the maturity days. Source: domain specification §5.6.
 */
final class Gates {
    private final Catalogue catalogue;
    private final Evaluation evaluation;
    private final DayRange period;
    private final LocalDate lastDay;

    /**
     * Gates of one scored period.
     *
     * @param lastDay last day of which anything is known, possibly long after the period
     */
    Gates(Catalogue catalogue, Evaluation evaluation, DayRange period, LocalDate lastDay) {
        this.catalogue = catalogue;
        this.evaluation = evaluation;
        this.period = period;
        this.lastDay = lastDay;
    }

    /** The gate over its cohort, applied to a capped achievement. */
    GateResult of(Gate gate, Map<String, String> dimensions, @Nullable BigDecimal ungated) {
        return inputs(gate, dimensions)
                .map(inputs -> GateEvaluation.of(gate, inputs, ungated))
                .orElseGet(() -> GateEvaluation.undelivered(gate, ungated));
    }

    /** What the gate is decided by; empty while its sides are not in for the same days. */
    Optional<GateInputs> inputs(Gate gate, Map<String, String> dimensions) {
        DayRange elapsed = elapsed();
        Optional<Sides> mature = matureSides(gate, dimensions).filter(s -> s.areDelivered(elapsed));
        if (mature.filter(s -> !s.areAlike(elapsed)).isPresent()) {
            return Optional.empty();
        }
        return sides(gate, dimensions).filter(s -> s.areAlike(elapsed)).map(sides -> {
            GateInputs.Cohort counted =
                    new GateInputs.Cohort(sides.whole(elapsed), sides.reached(elapsed), period, lastDay);
            return mature.map(m -> GateInputs.counted(counted, m.whole(elapsed), m.reached(elapsed)))
                    .orElseGet(() -> GateInputs.byAge(gate, counted, GateInputs.isShare(gate, catalogue)));
        });
    }

    /** The days of the period that are over. */
    DayRange elapsed() {
        return period.upTo(lastDay);
    }

    /** Numerator and denominator of a gate; empty where one of them is unknown. */
    Optional<Sides> sides(Gate gate, Map<String, String> dimensions) {
        return sides(gate.numerator(), gate.denominator(), dimensions);
    }

    /** The mature parts of both; empty where nothing counts them. */
    Optional<Sides> matureSides(Gate gate, Map<String, String> dimensions) {
        return GateInputs.matureOf(gate.numerator())
                .flatMap(n -> GateInputs.matureOf(gate.denominator()).flatMap(d -> sides(n, d, dimensions)));
    }

    private Optional<Sides> sides(String numerator, String denominator, Map<String, String> dimensions) {
        return together(catalogue, numerator, denominator).map(both -> {
            String currency = evaluation.currency(catalogue, both, dimensions);
            return new Sides(
                    define(numerator, dimensions, currency),
                    define(denominator, dimensions, currency),
                    evaluation.define(catalogue, both, dimensions, currency));
        });
    }

    private Computation define(String code, Map<String, String> dimensions, String currency) {
        return evaluation.define(catalogue, indicator(catalogue, code).orElseThrow(), dimensions, currency);
    }

    /** Both sides of a quotient, their money in one currency: that which all of it shares, else that of the unit. */
    final class Sides {
        private final Computation numerator;
        private final Computation denominator;
        private final Computation both;

        private Sides(Computation numerator, Computation denominator, Computation both) {
            this.numerator = numerator;
            this.denominator = denominator;
            this.both = both;
        }

        Computation numerator() {
            return numerator;
        }

        Computation denominator() {
            return denominator;
        }

        boolean areDelivered(DayRange days) {
            return evaluation.exactly(numerator, days).isPresent()
                    && evaluation.exactly(denominator, days).isPresent();
        }

        /** Whether both are in for the same days: two months of deals must not be held against three of leads. */
        private boolean areAlike(DayRange days) {
            BigDecimal paired = share(both, days);
            return areDelivered(days)
                    && share(numerator, days).compareTo(paired) == 0
                    && share(denominator, days).compareTo(paired) == 0;
        }

        private BigDecimal share(Computation of, DayRange days) {
            return evaluation.of(of, days).completeness().share();
        }

        private Rational reached(DayRange days) {
            return evaluation.exactly(numerator, days).orElseThrow();
        }

        private Rational whole(DayRange days) {
            return evaluation.exactly(denominator, days).orElseThrow();
        }
    }

    /** An indicator that takes both sides of a gate, so that they are read over the days that both have. */
    static Optional<Indicator> together(Catalogue catalogue, String numerator, String denominator) {
        return indicator(catalogue, numerator).flatMap(n -> indicator(catalogue, denominator)
                .map(d -> plain(
                        n.code(),
                        n.name(),
                        new Formula.Binary('*', reference(n.code()), reference(d.code())),
                        n.unitKind(),
                        TimeAggregation.RATIO_OF_SUMS)));
    }

    /** The indicator of that code, or one that is nothing but the measure of that code. */
    static Optional<Indicator> indicator(Catalogue catalogue, String code) {
        return catalogue.measure(code).map(Gates::plain).or(() -> catalogue.indicator(code));
    }

    private static Indicator plain(Measure measure) {
        return plain(
                measure.code(),
                measure.name(),
                reference(measure.code()),
                measure.unitKind(),
                measure.timeAggregation());
    }

    private static Formula reference(String code) {
        return new Formula.Reference(code, Map.of());
    }

    private static Indicator plain(
            String code, LocalizedText name, Formula formula, UnitKind unit, TimeAggregation aggregation) {
        return new Indicator(
                code,
                name,
                name,
                Nature.LAG,
                Usage.DIAG,
                formula,
                1,
                unit,
                0,
                Direction.UP,
                Set.of(IndicatorGroup.CONVERSION),
                aggregation,
                false);
    }
}
