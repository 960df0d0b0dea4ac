package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How far a period has come.
 *
 * @param elapsed its first days, perhaps none, perhaps all
 * @param workingDays by which days are counted as worked
 */
public record Progress(Period period, DayRange elapsed, WorkingDays workingDays) {
    public Progress {
        if (!elapsed.start().equals(period.start()) || elapsed.endInclusive().isAfter(period.endInclusive())) {
            throw new IllegalArgumentException(elapsed + " are not the first days of " + period);
        }
    }

    public boolean isWhole() {
        return elapsed.equals(period.days());
    }

    /** Elapsed days of all days, 0 to 1. */
    public BigDecimal share() {
        return share(period.days());
    }

    /** Elapsed days of a part of the period, of all days of that part. */
    BigDecimal share(DayRange part) {
        return Decimals.share(part.upTo(elapsed.endInclusive()).days(), part.days());
    }

    /** Elapsed working days of all; of a period without any, as of days. */
    BigDecimal workingShare() {
        long all = workingDays.count(period.days());
        return all == 0 ? share() : Decimals.share(workingDays.count(elapsed), all);
    }
}
