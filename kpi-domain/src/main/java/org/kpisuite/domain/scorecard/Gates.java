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
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.quantity.Rational;

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
        DayRange elapsed = period.upTo(lastDay);
        Optional<Rational> whole = value(gate.denominator(), dimensions, elapsed);
        Optional<Rational> reached = value(gate.numerator(), dimensions, elapsed);
        boolean ahead =
                share(gate.numerator(), dimensions, elapsed).compareTo(share(gate.denominator(), dimensions, elapsed))
                        > 0;
        if (whole.isEmpty() || reached.isEmpty() || ahead) {
            return GateEvaluation.undelivered(gate, ungated);
        }
        GateInputs.Cohort cohort = new GateInputs.Cohort(whole.get(), reached.get(), period, lastDay);
        Optional<Rational> matureWhole = mature(gate.denominator(), dimensions, elapsed);
        Optional<Rational> matureReached = mature(gate.numerator(), dimensions, elapsed);
        GateInputs inputs = matureWhole.isPresent() && matureReached.isPresent()
                ? GateInputs.counted(cohort, matureWhole.get(), matureReached.get())
                : GateInputs.byAge(gate, cohort, GateInputs.isShare(gate, catalogue));
        return GateEvaluation.of(gate, inputs, ungated);
    }

    /** How much of it is in: three months of deals must not be held against two of leads. */
    private BigDecimal share(String code, Map<String, String> dimensions, DayRange elapsed) {
        return indicator(catalogue, code)
                .map(i -> evaluation
                        .of(evaluation.define(catalogue, i, dimensions), elapsed)
                        .cell())
                .filter(Cell.Measured.class::isInstance)
                .map(c -> ((Cell.Measured) c).completeness().share())
                .orElse(BigDecimal.ZERO);
    }

    private Optional<Rational> mature(String code, Map<String, String> dimensions, DayRange elapsed) {
        return GateInputs.matureOf(code).flatMap(m -> value(m, dimensions, elapsed));
    }

    private Optional<Rational> value(String code, Map<String, String> dimensions, DayRange elapsed) {
        return indicator(catalogue, code)
                .flatMap(i -> evaluation.exactly(evaluation.define(catalogue, i, dimensions), elapsed));
    }

    /** The indicator of that code, or one that is nothing but the measure of that code. */
    static Optional<Indicator> indicator(Catalogue catalogue, String code) {
        return catalogue.measure(code).map(Gates::plain).or(() -> catalogue.indicator(code));
    }

    private static Indicator plain(Measure measure) {
        return new Indicator(
                measure.code(),
                measure.name(),
                measure.name(),
                Nature.LAG,
                Usage.DIAG,
                new Formula.Reference(measure.code(), Map.of()),
                1,
                measure.unitKind(),
                0,
                Direction.UP,
                Set.of(IndicatorGroup.CONVERSION),
                measure.timeAggregation(),
                false);
    }
}
