package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Which part of a unit's figures counts for the unit that a scorecard is made for, by day.
 *
 * <p>By the tree of each day figures stand "as reported"; by today's tree for all days they are "restated". Source:
 * domain specification §2.3, rules 4 and 5.
 */
public interface UnitShares {
    /** Every unit read counts whole and always. */
    UnitShares ALL = (unit, day) -> BigDecimal.ONE;

    /** From 0 (does not belong to it on that day) to 1 (belongs to it altogether). */
    BigDecimal on(String unit, LocalDate day);

    /** Whether the answer can differ between days, or be anything but 1. */
    default boolean vary() {
        return this != ALL;
    }
}
