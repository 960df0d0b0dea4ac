package org.kpisuite.domain.calendar;

import java.util.Set;

/** What is done with a period, and in which capacity (domain specification §3.4). */
public enum PeriodAction {
    CLOSE(PeriodOffice.CONTROLLER),
    REQUEST_REOPEN(PeriodOffice.CONTROLLER),
    APPROVE_REOPEN(PeriodOffice.CONTROLLER, PeriodOffice.APPROVER),
    /** What the suite does by itself when a reopening ends. */
    RECLOSE(),
    LOCK(PeriodOffice.APPROVER),
    REQUEST_UNLOCK(PeriodOffice.APPROVER),
    APPROVE_UNLOCK(PeriodOffice.APPROVER, PeriodOffice.AUDITOR);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<PeriodOffice> offices;

    PeriodAction(PeriodOffice... offices) {
        this.offices = Set.of(offices);
    }

    /** Who may do it. */
    public Set<PeriodOffice> offices() {
        return offices;
    }

    boolean isRequest() {
        return this == REQUEST_REOPEN || this == REQUEST_UNLOCK;
    }
}
