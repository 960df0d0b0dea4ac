package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What the rows of one unit come to, by the aggregation of their measure: the sum of a flow, the last or first value of a
 * state, a mean. Source: domain specification §2.3.
 *
 * @param local in the currency of the unit
 * @param converted in the currency of the value
 */
record UnitValue(BigDecimal local, BigDecimal converted) {

    static UnitValue of(Delivered from, Input input, List<FactSlice> slices) {
        Conversion conversion = from.conversion();
        Measure measure = input.measure();
        return switch (input.aggregation()) {
            case LAST -> state(measure, conversion, slices, FactSlice::last);
            case FIRST -> state(measure, conversion, slices, FactSlice::first);
            case AVG_T ->
                new UnitValue(
                        mean(slices, (slice, value) -> value),
                        mean(slices, (slice, value) -> conversion.state(measure, slice, value)));
            case WAVG -> whole(weighted(from.facts(), input, slices));
            case SUM -> flow(measure, conversion, slices, FactSlice::sum);
            default -> flow(measure, conversion, slices, FactSlice::last);
        };
    }

    private interface Value {
        BigDecimal of(FactSlice slice);
    }

    private static UnitValue flow(Measure measure, Conversion conversion, List<FactSlice> slices, Value value) {
        return new UnitValue(
                sum(slices, value), sum(slices, slice -> conversion.flow(measure, slice, value.of(slice))));
    }

    private static UnitValue state(Measure measure, Conversion conversion, List<FactSlice> slices, Value value) {
        return new UnitValue(
                sum(slices, value), sum(slices, slice -> conversion.state(measure, slice, value.of(slice))));
    }

    private static BigDecimal sum(List<FactSlice> slices, Value value) {
        return slices.stream().map(value::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Σ value·days / Σ days.
     *
     * @param converted a value of a slice, or the sum of its days, in the wanted currency
     */
    static BigDecimal mean(List<FactSlice> slices, BiFunction<FactSlice, BigDecimal, BigDecimal> converted) {
        BigDecimal weighted = BigDecimal.ZERO;
        long days = 0;
        for (FactSlice slice : slices) {
            boolean byDay = slice.granularity() == Granularity.DAY;
            BigDecimal value = converted.apply(slice, byDay ? slice.sum() : slice.last());
            weighted = weighted.add(byDay ? value : value.multiply(BigDecimal.valueOf(slice.daysWithData())));
            days += slice.daysWithData();
        }
        return Decimals.divide(weighted, BigDecimal.valueOf(days));
    }

    /** The row of the whole range counts as it is, whether or not it has a weight. */
    private static BigDecimal weighted(Facts facts, Input input, List<FactSlice> slices) {
        return slices.size() == 1
                ? slices.get(0).last()
                : WeightedMean.of(facts, input, slices).orElseThrow().value();
    }

    private static UnitValue whole(BigDecimal value) {
        return new UnitValue(value, value);
    }
}
