package org.kpisuite.domain.leadlag;

import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Pair;

/**
 * What was said of a pair before its data were looked at. Source: domain specification §6.1.
 *
 * @param granularity of the periods that the lags count
 * @param expectedSign 1 or −1; {@link #EITHER_SIGN} where nothing was expected
 * @param expectedLag periods, 0..{@code maxPlausibleLag}
 * @param maxPlausibleLag no longer lag is looked for
 * @param seasonal whether both are compared with the same season of the year before
 */
public record LagTerms(
        Granularity granularity, int expectedSign, int expectedLag, int maxPlausibleLag, boolean seasonal) {
    public static final int EITHER_SIGN = 0;

    public static LagTerms of(Pair pair) {
        return new LagTerms(
                pair.granularity(), pair.expectedSign(), pair.expectedLag(), pair.maxPlausibleLag(), pair.seasonal());
    }

    /** Periods of a season (week for days, year for all longer), 0 where there is none within a year. */
    int season() {
        return switch (granularity) {
            case DAY -> Granularity.DAYS_OF_WEEK;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 0;
        };
    }

    /** Whether somebody said what to expect. */
    boolean isDeclared() {
        return expectedSign != EITHER_SIGN;
    }

    boolean isExpected(double correlation) {
        return !isDeclared() || correlation * expectedSign > 0;
    }
}
