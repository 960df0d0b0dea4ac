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
import org.kpisuite.domain.quantity.Completeness;
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
        boolean state = input.aggregation() != TimeAggregation.SUM;
        List<Step> units = new ArrayList<>();
        byUnit.forEach((unit, own) -> units.add(unit(unit, own, inputs.range, state)));
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

    private static Step unit(String unit, List<FactSlice> slices, DayRange range, boolean state) {
        BigDecimal value =
                slices.stream().map(s -> state ? s.last() : s.sum()).reduce(BigDecimal.ZERO, BigDecimal::add);
        long days = slices.stream().mapToLong(FactSlice::daysWithData).sum();
        boolean whole = state || slices.stream().allMatch(s -> s.granularity() != Granularity.DAY);
        return new Step(
                Kind.UNIT,
                unit,
                null,
                "",
                null,
                value,
                range,
                whole && days >= range.days()
                        ? new Completeness(1, 1)
                        : new Completeness(Math.min(days, range.days()), range.days()),
                null,
                slices,
                List.of());
    }
}
