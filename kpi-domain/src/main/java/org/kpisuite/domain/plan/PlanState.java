package org.kpisuite.domain.plan;

import java.util.Set;

/** Where a plan stands and what may be done with it there (domain specification §4.2). */
public enum PlanState {
    DRAFT(PlanAction.EDIT, PlanAction.SUBMIT, PlanAction.CANCEL),
    SUBMITTED(PlanAction.WITHDRAW, PlanAction.CHECK, PlanAction.RETURN),
    CHECKED(PlanAction.APPROVE, PlanAction.RETURN),
    RETURNED(PlanAction.EDIT, PlanAction.SUBMIT, PlanAction.CANCEL),
    APPROVED(PlanAction.REVISE),
    ACTIVE(PlanAction.REVISE, PlanAction.CLOSE),
    SUPERSEDED(),
    CLOSED(),
    CANCELLED();

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<PlanAction> actions;

    PlanState(PlanAction... actions) {
        this.actions = Set.of(actions);
    }

    public Set<PlanAction> actions() {
        return actions;
    }

    /** Whether a scorecard measures against it. */
    public boolean isInForce() {
        return this == APPROVED || this == ACTIVE || this == CLOSED;
    }

    /** Whether it was approved at some time: in force, or in force until a later revision took its place. */
    public boolean wasApproved() {
        return isInForce() || this == SUPERSEDED;
    }

    /** Whether people still work on it, so that nobody may begin another for the same unit and quarter. */
    public boolean isUnderWay() {
        return this == DRAFT || this == SUBMITTED || this == CHECKED || this == RETURNED;
    }
}
