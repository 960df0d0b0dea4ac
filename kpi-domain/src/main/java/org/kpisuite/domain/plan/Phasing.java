package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How much of a flow target is expected to date.
 *
 * <pre>
 *   LINEAR_DAYS  elapsed days / days        WORKDAYS  elapsed working days / working days (Monday to Friday)
 *   STEP         0 until the last day, then 1
 * </pre>
 * <p>Source: domain specification §3.5.
 */
public enum Phasing {
    LINEAR_DAYS {
        @Override
        public BigDecimal share(DayRange elapsed, DayRange whole) {
            return Decimals.share(elapsed.days(), whole.days());
        }
    },
    WORKDAYS {
        @Override
        public BigDecimal share(DayRange elapsed, DayRange whole) {
            return Decimals.share(workdays(elapsed), workdays(whole));
        }
    },
    STEP {
        @Override
        public BigDecimal share(DayRange elapsed, DayRange whole) {
            return elapsed.equals(whole) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
    };

    /** The share from 0 to 1 of the target that is expected after the elapsed days. */
    public abstract BigDecimal share(DayRange elapsed, DayRange whole);

    private static long workdays(DayRange range) {
        return range.isEmpty()
                ? 0
                : range.start()
                        .datesUntil(range.endInclusive().plusDays(1))
                        .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                        .count();
    }
}
