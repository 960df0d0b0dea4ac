package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.kpisuite.domain.quantity.Decimals;

/**
 * The same thing from two sources, of which one counts first.
 *
 * <p>Source: domain specification §8.6.
 *
 * @param value of the source that comes later
 * @param first of the source that counts
 */
public record Alternative(BigDecimal value, BigDecimal first) {
    private static final int PRINTED_SCALE = 1;

    /** How far apart, as a fraction of the one that counts, unrounded; empty where that is zero. */
    public Optional<BigDecimal> differsBy() {
        return first.signum() == 0
                ? Optional.empty()
                : Optional.of(Decimals.divide(value.subtract(first), first.abs()));
    }

    /** {@code +12.5%}, or the plain difference from zero. */
    public String printed() {
        return differsBy()
                .map(share -> share.movePointRight(2).setScale(PRINTED_SCALE, RoundingMode.HALF_UP))
                .map(percent -> (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%")
                .orElseGet(() -> Decimals.plain(value.subtract(first)));
    }
}
