package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Source;
import org.kpisuite.domain.scorecard.Explanation.Step;

/** Takes a value apart: the formula, its inputs, the units that delivered them and their rows. */
final class Explainer {
    private final Evaluation evaluation;

    Explainer(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The value of a line over a range. */
    Step value(Kind kind, Computation computation, DayRange range) {
        Quantity quantity = evaluation.of(computation, range);
        return new Step(
                kind,
                computation.indicator().code(),
                computation.indicator().name(),
                working(computation.indicator()),
                computation.indicator().timeAggregation().name(),
                quantity.cell().raw().orElse(null),
                range,
                quantity.completeness(),
                source(computation.indicator()),
                List.of(),
                parts(computation, quantity, range));
    }

    /** How far the value may err by chance, where it is made of answers to a survey. */
    Optional<Step> surveyError(Computation computation, DayRange range) {
        if (evaluation.of(computation, range).cell().raw().isEmpty()) {
            return Optional.empty();
        }
        return SurveyError.of(computation, evaluation.values(computation, range))
                .map(error -> new Step(
                        Kind.SURVEY_ERROR,
                        error.kind().name(),
                        null,
                        error.kind() == SurveyError.Kind.MARGIN
                                ? "1.96·100·√((p + d − (p − d)²) / n)"
                                : "(p₁ − p₂) / √(p·(1 − p)·(1/n₁ + 1/n₂))",
                        null,
                        error.value(),
                        range,
                        new Completeness(1, 1),
                        null,
                        List.of(),
                        List.of()));
    }

    /** What a gate is decided by: both sides over the period, of their mature parts what was delivered, and what is open. */
    List<Step> gate(Gates gates, Gate gate, Map<String, String> dimensions) {
        DayRange days = gates.elapsed();
        List<Step> steps = new ArrayList<>();
        gates.sides(gate, dimensions).ifPresent(sides -> addSides(sides, days, steps));
        gates.matureSides(gate, dimensions)
                .filter(sides -> sides.areDelivered(days))
                .ifPresent(sides -> addSides(sides, days, steps));
        gates.inputs(gate, dimensions)
                .flatMap(GateInputs::open)
                .ifPresent(open -> steps.add(new Step(
                        Kind.STILL_OPEN,
                        "",
                        null,
                        "",
                        null,
                        open.value(),
                        days,
                        new Completeness(1, 1),
                        null,
                        List.of(),
                        List.of())));
        return steps;
    }

    private void addSides(Gates.Sides sides, DayRange days, List<Step> steps) {
        steps.add(side(sides.numerator(), days));
        steps.add(side(sides.denominator(), days));
    }

    /** The measure where the side is nothing but one. */
    private Step side(Computation side, DayRange days) {
        Step step = value(Kind.INDICATOR, side, days);
        boolean measure = step.inputs().size() == 1
                && step.inputs().get(0).kind() == Kind.MEASURE
                && side.indicator().formula().toString().equals(step.subject());
        return measure ? step.inputs().get(0) : step;
    }

    private static String working(Indicator indicator) {
        String formula = indicator.formula().toString();
        return indicator.multiplier() == 1 ? formula : indicator.multiplier() + " × (" + formula + ")";
    }

    private static Source source(Indicator indicator) {
        Validity validity = indicator.validity();
        boolean always = validity.validFrom().equals(Validity.BEGINNING);
        return new Source(validity.version(), always ? null : validity.validFrom());
    }

    private List<Step> parts(Computation computation, Quantity quantity, DayRange range) {
        if (quantity.cell().equals(new Cell.Failed(Cell.Reason.CURRENCY))) {
            return List.of();
        }
        boolean chained = computation.indicator().timeAggregation() == TimeAggregation.CHAIN
                && quantity.marks().contains(Mark.ESTIMATED);
        if (!chained) {
            return inputs(computation, range);
        }
        List<Step> links = new ArrayList<>();
        for (DayRange link : evaluation.subPeriods(computation, range)) {
            BigDecimal value = evaluation.of(computation, link).cell().raw().orElse(null);
            links.add(new Step(
                    Kind.LINK,
                    "",
                    null,
                    working(computation.indicator()),
                    null,
                    value,
                    link,
                    new Completeness(value == null ? 0 : 1, 1),
                    null,
                    List.of(),
                    inputs(computation, link)));
        }
        return links;
    }

    private List<Step> inputs(Computation computation, DayRange range) {
        @Nullable BigDecimal[] values = evaluation.values(computation, range);
        List<List<FactSlice>> slices = evaluation.slices(computation, range);
        return named(computation.expression(), new Inputs(computation, Arrays.asList(values), slices, range), true);
    }

    private record Inputs(
            Computation computation, List<@Nullable BigDecimal> values, List<List<FactSlice>> slices, DayRange range) {}

    /** The measures and indicators that an expression names; the outermost one is the line itself. */
    private List<Step> named(Expression expression, Inputs inputs, boolean outermost) {
        if (expression instanceof Expression.Input input) {
            return List.of(measure(input.place(), inputs));
        }
        if (expression instanceof Expression.Whole whole) {
            return List.of(value(Kind.INDICATOR, inputs.computation.wholes().get(whole.place()), inputs.range));
        }
        if (expression instanceof Expression.Inner inner) {
            List<Step> parts = named(inner.worked(), inputs, false);
            return outermost ? parts : List.of(indicator(inner, parts, inputs));
        }
        List<Step> steps = new ArrayList<>();
        if (expression instanceof Expression.Operation operation) {
            steps.addAll(named(operation.left(), inputs, false));
            steps.addAll(named(operation.right(), inputs, false));
        } else if (expression instanceof Expression.Least least) {
            steps.addAll(named(least.left(), inputs, false));
            steps.addAll(named(least.right(), inputs, false));
        }
        return steps;
    }

    private static Step indicator(Expression.Inner inner, List<Step> parts, Inputs inputs) {
        return new Step(
                Kind.INDICATOR,
                inner.indicator().code(),
                inner.indicator().name(),
                working(inner.indicator()),
                inner.indicator().timeAggregation().name(),
                worked(inner, inputs).orElse(null),
                inputs.range,
                least(parts),
                source(inner.indicator()),
                List.of(),
                parts);
    }

    private static Optional<BigDecimal> worked(Expression expression, Inputs inputs) {
        for (BigDecimal value : inputs.values) {
            if (value == null) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(expression.value(inputs.values.toArray(BigDecimal[]::new), EnumSet.noneOf(Mark.class)));
        } catch (Expression.ZeroDivision division) {
            return Optional.empty();
        }
    }

    private static Completeness least(List<Step> parts) {
        return parts.stream().map(Step::completeness).reduce(new Completeness(1, 1), Completeness::and);
    }

    private Step measure(int place, Inputs inputs) {
        Input input = inputs.computation.inputs().get(place);
        List<FactSlice> slices = inputs.slices.get(place);
        Map<String, List<FactSlice>> byUnit = new LinkedHashMap<>();
        slices.forEach(
                s -> byUnit.computeIfAbsent(s.unit(), u -> new ArrayList<>()).add(s));
        List<Step> units = new ArrayList<>();
        byUnit.forEach((unit, own) -> units.add(unit(inputs.computation, input, own, inputs.range)));
        String dims = input.dims().isEmpty() ? "" : "[" + input.dims() + "]";
        return new Step(
                Kind.MEASURE,
                input.measure().code() + dims,
                input.measure().name(),
                "",
                input.aggregation().name(),
                inputs.values.get(place),
                inputs.range,
                inputs.values.get(place) == null ? new Completeness(0, 1) : least(units),
                null,
                List.of(),
                units);
    }

    /** What the slices of one unit come to; where their money is of another currency, it stands beside: {@code 10 USD → 900 RUB}. */
    private Step unit(Computation computation, Input input, List<FactSlice> slices, DayRange range) {
        Delivered from = evaluation.delivered(computation);
        Conversion conversion = from.conversion();
        String unit = slices.get(0).unit();
        UnitValue value = UnitValue.of(from, input, slices);
        String working = conversion.isForeign(input.measure(), unit)
                ? Decimals.plain(value.local()) + " " + conversion.of(input.measure(), unit) + " → "
                        + Decimals.plain(value.converted()) + " " + conversion.wanted()
                : "";
        boolean state = input.aggregation() != TimeAggregation.SUM;
        long days = slices.stream().mapToLong(FactSlice::daysWithData).sum();
        boolean whole = state || slices.stream().allMatch(s -> s.granularity() != Granularity.DAY);
        return new Step(
                Kind.UNIT,
                unit,
                null,
                working,
                null,
                value.converted(),
                range,
                whole && days >= range.days()
                        ? new Completeness(1, 1)
                        : new Completeness(Math.min(days, range.days()), range.days()),
                null,
                slices,
                List.of());
    }
}
