package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.organisation.OrgHistory;

/**
 * Which part of a unit's figures counts for the unit that a scorecard is made for, by day.
 *
 * <p>By the tree of each day figures stand "as reported"; by today's tree for all days they are "restated". Source:
 * domain specification §2.3, rules 4 and 5.
 */
public interface UnitShares {
    /** Every unit read counts whole and always. */
    UnitShares ALL = (unit, day) -> BigDecimal.ONE;

    /** Each day by its own tree: as reported. */
    static UnitShares reported(OrgHistory organisation, String root, DayRange days) {
        boolean plain = !organisation.changedWithin(root, days) && isWhole(organisation, root, days.endInclusive());
        return plain ? ALL : (unit, day) -> organisation.share(root, unit, day);
    }

    /** All days by the latest tree: restated. */
    static UnitShares restated(OrgHistory organisation, String root) {
        LocalDate today = organisation.today();
        return isWhole(organisation, root, today) ? ALL : (unit, day) -> organisation.share(root, unit, today);
    }

    private static boolean isWhole(OrgHistory organisation, String root, LocalDate day) {
        return organisation.shares(root, day).values().stream().allMatch(s -> s.compareTo(BigDecimal.ONE) == 0);
    }

    /** From 0 (does not belong to it on that day) to 1 (belongs to it altogether). */
    BigDecimal on(String unit, LocalDate day);

    /** Whether the answer can differ between days, or be anything but 1. */
    default boolean vary() {
        return this != ALL;
    }
}
