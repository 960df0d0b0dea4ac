package org.kpisuite.domain.actual;

import java.math.BigDecimal;

/**
 * A total beside the sum of its parts, where both were delivered: they agree within half a percent of the total.
 *
 * <p>Source: domain specification §8.2.
 */
public record Parts(BigDecimal total, BigDecimal sum) {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    public boolean mismatch() {
        return sum.subtract(total).abs().compareTo(TOLERANCE.multiply(total.abs())) > 0;
    }

    /** Whether the parts are more than their total, which no part that was not delivered explains. */
    public boolean exceeds() {
        return mismatch() && sum.abs().compareTo(total.abs()) > 0;
    }
}
