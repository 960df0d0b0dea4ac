package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;

/**
 * One side of a pair: its values, and how they are meant and printed.
 *
 * @param currency ISO 4217 of money, else null
 * @param displayScale printed decimals
 * @param materialityAbs from which value on it matters, in its unit; null for none
 */
public record PairSide(
        LagSeries series,
        Direction direction,
        @Nullable String currency,
        int displayScale,
        @Nullable BigDecimal materialityAbs) {

    SignalText.Side named() {
        return new SignalText.Side(series.name(), direction);
    }

    /** 1 where more is better, −1 where less is. */
    int effect() {
        return direction == Direction.DOWN ? -1 : 1;
    }
}
