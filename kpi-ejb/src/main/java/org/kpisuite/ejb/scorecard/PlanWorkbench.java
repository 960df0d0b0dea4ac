package org.kpisuite.ejb.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.scorecard.WhatIf;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.plan.PlanFigures;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.settings.Settings;

/** What figures say to whoever writes or decides a plan, also while it is not stored yet. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class PlanWorkbench {
    @Inject
    private PastReader past;

    @Inject
    private PlanFigures figures;

    @EJB
    private Plans plans;

    @Inject
    private Settings settings;

    @EJB
    private Caller caller;

    /** A plan as it stands on somebody's screen. */
    public record Draft(String unit, Period period, PlanContent content) {}

    /**
     * What the lint finds in a draft that need not be stored. Refuses E-NOT-FOUND for a unit that the caller may not read,
     * E-FIELD-VALUE for what is no quarter.
     */
    public List<Finding> findings(Draft draft) {
        return figures.findings(thought(draft));
    }

    /** A stored plan tried on the past. Refuses E-NOT-FOUND. */
    public WhatIf whatIf(long id) {
        Plan plan = plans.get(id);
        return past.of(plan).whatIf(plan);
    }

    /** A draft tried on the past. Refuses as {@link #findings} does. */
    public WhatIf whatIf(Draft draft) {
        Plan plan = thought(draft);
        return past.of(plan).whatIf(plan);
    }

    /** The draft as a plan that is never stored. */
    private Plan thought(Draft draft) {
        caller.requireReadable(draft.unit());
        return Plan.thought(
                draft.unit(), settings.calendar().requirePlanQuarter(draft.period()), draft.content(), caller.login());
    }
}
