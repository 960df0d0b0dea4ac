package org.kpisuite.domain.quantity;

import java.math.BigDecimal;

/**
 * How much of what was expected has been delivered: days or sub-periods with data, of those expected.
 *
 * <p>From {@code 1} a value prints plainly, from {@code 0.5} with the mark ◐, below it prints as a dash and is not
 * scored. Source: domain specification §2.5.
 *
 * @param have sub-periods with data, 0..expected
 * @param expected sub-periods that ought to have data, at least 0
 */
public record Completeness(long have, long expected) {
    public static final Completeness NOTHING_EXPECTED = new Completeness(0, 0);

    public Completeness {
        if (have < 0 || expected < have) {
            throw new IllegalArgumentException(have + " of " + expected);
        }
    }

    /** Share from 0 to 1; nothing expected is complete. */
    public BigDecimal share() {
        return expected == 0 ? BigDecimal.ONE : Decimals.share(have, expected);
    }

    public boolean isFull() {
        return have == expected;
    }

    /** Whether a value of this completeness may be printed and scored. */
    public boolean isUsable() {
        return 2 * have >= expected;
    }

    public Completeness and(Completeness other) {
        return share().compareTo(other.share()) <= 0 ? this : other;
    }
}
