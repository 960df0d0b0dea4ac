package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;

/**
 * One side of a pair: its values, and how they are meant and printed.
 *
 * @param currency ISO 4217 of money, else null
 * @param displayScale printed decimals
 * @param materialityAbs from which value on it matters, in its unit; null for none
 * @param margins how far the value of a period may be off by chance at 95 %, in its unit: of surveys and rates of clicks
 */
public record PairSide(
        LagSeries series,
        Direction direction,
        @Nullable String currency,
        int displayScale,
        @Nullable BigDecimal materialityAbs,
        Map<Period, BigDecimal> margins) {
    public PairSide {
        margins = Map.copyOf(margins);
    }

    /** One whose values are counted, not estimated. */
    public PairSide(
            LagSeries series,
            Direction direction,
            @Nullable String currency,
            int displayScale,
            @Nullable BigDecimal materialityAbs) {
        this(series, direction, currency, displayScale, materialityAbs, Map.of());
    }

    /**
     * Whether two values differ by no more than chance makes them: |a − b| ≤ √(mₐ² + m_b²), each with its own margin m.
     * Source: domain specification §6.8.
     */
    boolean isUnchanged(Period one, Period other) {
        BigDecimal a = series.current().get(one);
        BigDecimal b = series.current().get(other);
        BigDecimal ofA = margins.get(one);
        BigDecimal ofB = margins.get(other);
        return a != null
                && b != null
                && ofA != null
                && ofB != null
                && a.subtract(b).pow(2).compareTo(ofA.pow(2).add(ofB.pow(2))) <= 0;
    }

    SignalText.Side named() {
        return new SignalText.Side(series.name(), direction);
    }

    /** 1 where more is better, −1 where less is. */
    int effect() {
        return direction == Direction.DOWN ? -1 : 1;
    }
}
