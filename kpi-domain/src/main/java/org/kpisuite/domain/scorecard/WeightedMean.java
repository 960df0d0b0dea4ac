package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.quantity.Decimals;

/**
 * The mean of rates whose parts are unknown, weighted with a flow: Σ w·x / Σ w over the delivered parts and units.
 *
 * <p>An estimate. Source: domain specification §2.3.
 *
 * @param slices of the rate that have a weight
 */
record WeightedMean(BigDecimal value, List<FactSlice> slices) {

    /** Empty where nothing was delivered, or nothing that weighs. */
    static Optional<WeightedMean> of(Facts facts, Input input, DayRange range) {
        List<FactSlice> slices = new ArrayList<>();
        input.expectedIn(range).forEach(series -> slices.addAll(series.flow(range, false)));
        return of(facts, input, slices);
    }

    /** The mean of some parts. */
    static Optional<WeightedMean> of(Facts facts, Input input, List<FactSlice> parts) {
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        List<FactSlice> found = new ArrayList<>();
        for (FactSlice slice : parts) {
            Optional<BigDecimal> weight = weight(facts, input, slice);
            if (weight.isPresent()) {
                weighted = weighted.add(slice.last().multiply(weight.get()));
                weights = weights.add(weight.get());
                found.add(slice);
            }
        }
        return weights.signum() == 0
                ? Optional.empty()
                : Optional.of(new WeightedMean(Decimals.divide(weighted, weights), found));
    }

    /** Days of all units whose rate counts. */
    long days() {
        return slices.stream().mapToLong(FactSlice::daysWithData).sum();
    }

    /** Last day for which any unit has a rate that counts. */
    LocalDate lastDay() {
        return slices.stream()
                .map(FactSlice::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<BigDecimal> weight(Facts facts, Input input, FactSlice slice) {
        return facts.series(input.weight().orElseThrow(), input.dims()).stream()
                .filter(s -> s.unit().equals(slice.unit()))
                .flatMap(s -> s.flow(slice.days(), false).stream())
                .map(FactSlice::sum)
                .reduce(BigDecimal::add);
    }
}
