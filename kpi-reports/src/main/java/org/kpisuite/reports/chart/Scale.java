package org.kpisuite.reports.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;

/**
 * A length that stands for a quantity: full length is the largest quantity, rounded up to a round number.
 *
 * @param full quantity of the full length, above 0
 */
public record Scale(BigDecimal full) {
    private static final List<BigDecimal> STEPS = List.of(
            new BigDecimal("1"),
            new BigDecimal("1.2"),
            new BigDecimal("1.5"),
            new BigDecimal("2"),
            new BigDecimal("2.4"),
            new BigDecimal("3"),
            new BigDecimal("4"),
            new BigDecimal("5"),
            new BigDecimal("6"),
            new BigDecimal("8"),
            new BigDecimal("10"));

    public Scale {
        if (full.signum() <= 0) {
            throw new IllegalArgumentException("full length of " + full);
        }
    }

    /** The scale on which all these quantities fit; of 1 where there is none but zero. */
    public static Scale of(Collection<BigDecimal> quantities) {
        return quantities.stream()
                .map(BigDecimal::abs)
                .max(BigDecimal::compareTo)
                .filter(q -> q.signum() > 0)
                .map(q -> new Scale(roundUp(q)))
                .orElseGet(() -> new Scale(BigDecimal.ONE));
    }

    private static BigDecimal roundUp(BigDecimal quantity) {
        int power = quantity.precision() - quantity.scale() - 1;
        return STEPS.stream()
                .map(s -> s.scaleByPowerOfTen(power))
                .filter(s -> s.compareTo(quantity) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Share of the full length, negative below zero. */
    public float share(BigDecimal quantity) {
        return quantity.divide(full, MathContext.DECIMAL32).floatValue();
    }
}
