package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Medians;

/**
 * What an item came to in the quarters before its own, each aggregated by the indicator.
 *
 * <pre>
 *   spread = 1.4826 · MAD     MAD: median of the distances of the values from their median
 * </pre>
 * <p>Unit: that of the indicator, unrounded; percent as fractions. Source: domain specification §4.7.
 *
 * @param quarters the last {@link #LENGTH}, oldest first, those without a value among them
 */
public record History(List<Quarter> quarters) {
    public static final int LENGTH = 8;

    /** So many of the last quarters make the recent average. */
    public static final int RECENT = 4;

    private static final BigDecimal MAD_TO_SPREAD = new BigDecimal("1.4826");

    public History {
        quarters = List.copyOf(quarters);
    }

    /**
     * One quarter.
     *
     * @param value null where there is none that could be printed
     */
    public record Quarter(Period period, @Nullable BigDecimal value) {}

    /** The known values, oldest first. */
    public List<BigDecimal> values() {
        return known(quarters);
    }

    /** The known values of the last four quarters, oldest first. */
    public List<BigDecimal> recent() {
        return known(quarters.subList(Math.max(0, quarters.size() - RECENT), quarters.size()));
    }

    private static List<BigDecimal> known(List<Quarter> quarters) {
        return quarters.stream().map(Quarter::value).filter(Objects::nonNull).toList();
    }

    public Optional<BigDecimal> median() {
        return values().isEmpty() ? Optional.empty() : Optional.of(Medians.of(values()));
    }

    /** How far the values usually lie from their median; 0 where more than half of them are alike. */
    public Optional<BigDecimal> spread() {
        return median().map(m -> Medians.of(
                        values().stream().map(v -> v.subtract(m).abs()).toList())
                .multiply(MAD_TO_SPREAD));
    }

    /** The best value by direction; a band has none. */
    public Optional<BigDecimal> best(Direction direction) {
        return switch (direction) {
            case UP -> values().stream().max(BigDecimal::compareTo);
            case DOWN -> values().stream().min(BigDecimal::compareTo);
            case BAND -> Optional.empty();
        };
    }

    /** The mean of the known values of the last four quarters. */
    public Optional<BigDecimal> recentMean() {
        List<BigDecimal> recent = recent();
        return recent.stream()
                .reduce(BigDecimal::add)
                .map(sum -> Decimals.divide(sum, BigDecimal.valueOf(recent.size())));
    }
}
