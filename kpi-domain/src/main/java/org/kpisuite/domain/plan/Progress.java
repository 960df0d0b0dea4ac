package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;

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

    /** Elapsed days of all days, 0 to 1, undivided: {@code 52/92}. */
    public Rational days() {
        return quotient(elapsed.days(), period.days().days());
    }

    /** Elapsed days of a part of the period, of all days of that part. */
    BigDecimal share(DayRange part) {
        return Decimals.share(part.upTo(elapsed.endInclusive()).days(), part.days());
    }

    /** Elapsed working days of all, undivided: {@code 37/66}; of a period without any, as of days. */
    Rational daysWorked() {
        long all = workingDays.count(period.days());
        return all == 0 ? days() : quotient(workingDays.count(elapsed), all);
    }

    private static Rational quotient(long part, long whole) {
        return new Rational(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
