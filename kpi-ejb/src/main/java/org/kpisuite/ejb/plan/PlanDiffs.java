package org.kpisuite.ejb.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanDiff;

/** What plans of a unit say otherwise than others of it. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class PlanDiffs {
    private static final PlanDiff NONE = new PlanDiff(List.of(), List.of());

    @EJB
    private Plans plans;

    @Inject
    private PlanStore store;

    /**
     * A plan beside another.
     *
     * @param before empty where there is nothing to compare with; nothing differs then
     */
    public record Compared(Plan plan, Optional<Plan> before, PlanDiff diff) {
        static Compared of(Plan plan, Optional<Plan> before) {
            return new Compared(
                    plan,
                    before,
                    before.map(b -> PlanDiff.of(b.written(), plan.written())).orElse(NONE));
        }
    }

    /** A plan beside the one that it takes the place of, see {@link PlanDiff#predecessor}. Refuses E-NOT-FOUND. */
    public Compared of(long id) {
        Plan plan = plans.get(id);
        return Compared.of(plan, PlanDiff.predecessor(plan, store.plans(plan.unit())));
    }

    /** A plan beside another of the same unit. Refuses E-NOT-FOUND, E-FIELD-VALUE for a plan of another unit. */
    public Compared of(long id, long with) {
        Plan plan = plans.get(id);
        Plan before = plans.get(with);
        if (!before.unit().equals(plan.unit())) {
            throw new KpiException(Code.E_FIELD_VALUE, "with", String.valueOf(with), "a plan of " + plan.unit());
        }
        return Compared.of(plan, Optional.of(before));
    }

    /** What a content would change in a plan as it is stored. Refuses E-NOT-FOUND. */
    public PlanDiff against(long id, PlanContent content) {
        return PlanDiff.of(plans.get(id).written(), content);
    }

    /** All plans of the unit of a plan, the latest quarter and revision first. Refuses E-NOT-FOUND. */
    public List<Plan> history(long id) {
        return store.plans(plans.get(id).unit());
    }
}
