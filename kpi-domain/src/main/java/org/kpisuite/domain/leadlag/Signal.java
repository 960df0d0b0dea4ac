package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;

/**
 * What a change of the leading indicator in one period and what followed say together: a promise that is still open, one
 * that was not kept, or a fall that came without a warning. Source: domain specification §6.7.
 *
 * @param pair code
 * @param period of the leading indicator
 * @param due period of the lagging indicator in which the effect shows, the lag later
 * @param silentSince last period in which the lagging indicator was delivered, where the due one should be in and is not;
 *     empty else
 */
public record Signal(
        String pair,
        Kind kind,
        Severity severity,
        Period period,
        Period due,
        Figures figures,
        Optional<Period> silentSince) {

    /** Alerts before what is to be watched, newer before older. */
    public static final Comparator<Signal> MOST_URGENT_FIRST = Comparator.comparing(Signal::severity)
            .thenComparing(Signal::period)
            .reversed()
            .thenComparing(Signal::pair);

    /** In the order in which the conditions are looked at. */
    public enum Kind {
        /** The leading indicator grew; the period of the effect is not complete yet. */
        NOT_YET,
        /** Plenty of the leading one, and none of the lagging one. */
        ZERO_OUTCOME,
        /** One grew, the other fell. */
        OPPOSITE,
        /** The lagging one grew much less than the leading one. */
        DIVERGENCE,
        /** The leading one fell, the lagging one has not yet. */
        EARLY_WARNING,
        /** The lagging one fell, and the leading one had not. */
        UNWARNED
    }

    /** How much it needs somebody. */
    public enum Severity {
        INFO,
        WATCH,
        ALERT
    }

    /**
     * The numbers behind it, signed by effect: a falling cost counts as growth. Null where one has no meaning here.
     *
     * @param lag periods between both
     * @param changeX relative change of the leading indicator, a fraction, likewise changeY
     * @param elasticity ratio of the logarithms of both changes
     * @param yieldChange change of the lagging indicator for each unit of the leading one, a fraction; null where less is
     *     better on either side
     * @param x value of the leading indicator, in its unit
     */
    public record Figures(
            int lag,
            @Nullable BigDecimal changeX,
            @Nullable BigDecimal changeY,
            @Nullable BigDecimal elasticity,
            @Nullable BigDecimal yieldChange,
            @Nullable BigDecimal x) {

        /** Gap of both changes, in percent points. */
        public Optional<BigDecimal> gap() {
            return changeX == null || changeY == null
                    ? Optional.empty()
                    : Optional.of(changeX.subtract(changeY).movePointRight(2));
        }
    }

    /** What it is called: its kind; with {@code .SILENT} where what was promised should be in and is not. */
    public String word() {
        return kind + (silentSince.isPresent() ? ".SILENT" : "");
    }

    /** The same, told of a lagging indicator that was last delivered in a period and has been silent since. */
    Signal silentSince(Period lastDelivered) {
        return new Signal(pair, kind, severity, period, due, figures, Optional.of(lastDelivered));
    }

    /** Whether it still speaks once the lagging indicator is known up to a period: afterwards it is history. */
    public boolean isCurrent(Period lastKnown) {
        return due.compareTo(lastKnown) >= 0;
    }
}
