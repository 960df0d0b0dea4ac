package org.kpisuite.domain.plan;

import java.util.Set;
import org.kpisuite.domain.access.Role;

/** What people do with a plan, and in which role of its unit. */
public enum PlanAction {
    EDIT(Role.AUTHOR, Role.HEAD),
    SUBMIT(Role.HEAD),
    WITHDRAW(Role.HEAD),
    CHECK(Role.CONTROLLER),
    RETURN(Role.CONTROLLER, Role.APPROVER),
    APPROVE(Role.APPROVER),
    CANCEL(Role.HEAD),
    REVISE(Role.HEAD, Role.CONTROLLER),
    CLOSE(Role.CONTROLLER);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Role> roles;

    PlanAction(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Roles that may do it, whatever the state. */
    public Set<Role> roles() {
        return roles;
    }

    /**
     * Roles that may do it in a state: who checks returns what was submitted, who approves what was checked. Where nobody may,
     * those of all states, so that whoever comes too late is told the state.
     */
    public Set<Role> roles(PlanState state) {
        if (this == RETURN && state == PlanState.SUBMITTED) {
            return Set.of(Role.CONTROLLER);
        }
        return this == RETURN && state == PlanState.CHECKED ? Set.of(Role.APPROVER) : roles;
    }
}
