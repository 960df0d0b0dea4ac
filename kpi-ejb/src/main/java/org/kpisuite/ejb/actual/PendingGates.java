package org.kpisuite.ejb.actual;

import org.kpisuite.domain.calendar.Period;

/** Which figures a gate waits for. */
@FunctionalInterface
public interface PendingGates {
    /** For where there are no plans. */
    PendingGates NONE = (unit, measure, period) -> false;

    /**
     * Whether a gate of a plan in force over the unit and the period rests on that measure and is not decided yet: its
     * cohort is not mature by its own days, or it is pending for lack of mature figures.
     */
    boolean waitFor(String unit, String measure, Period period);
}
