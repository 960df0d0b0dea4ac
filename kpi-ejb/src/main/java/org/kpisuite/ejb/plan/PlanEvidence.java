package org.kpisuite.ejb.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanFault;

/** Whether what was signed is as it was signed, of all plans of the company. */
@Stateless
@RolesAllowed({"AUDITOR", "ADMIN"})
public class PlanEvidence {
    private static final int PORTION_ROWS = 100;

    /** A text of the record has its own quotation marks masked: only the field itself is found. */
    private static final String RECORDED = """
            select cast(substring(after_json from position('"%1$s":"' in after_json) + %2$d for 64) as varchar(64))
            from audit_record
            where object = ?1 and position('"%1$s":"' in after_json) > 0
            order by seq desc
            fetch first 1 rows only
            """.formatted(PlanDeed.SIGNATURE, PlanDeed.SIGNATURE.length() + 4);

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** For the container. */
    public PlanEvidence() {}

    PlanEvidence(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Walks the signatures of each plan, works out anew what they signed, and compares their end with the audit: the first
     * fault, in the order of the plans.
     */
    public Optional<PlanFault> verify() {
        long last = 0;
        while (true) {
            List<Plan> portion = entities.createQuery(
                            "select p from Plan p where p.id > :last order by p.id", Plan.class)
                    .setParameter("last", last)
                    .setMaxResults(PORTION_ROWS)
                    .getResultList();
            for (Plan plan : portion) {
                Optional<PlanFault> fault = fault(plan);
                if (fault.isPresent()) {
                    return fault;
                }
                last = plan.id();
            }
            if (portion.size() < PORTION_ROWS) {
                return Optional.empty();
            }
            entities.clear();
        }
    }

    /** Somebody may take a step between the plan and its audit: what is at fault is read a second time. */
    private Optional<PlanFault> fault(Plan plan) {
        return PlanFault.in(plan, recorded(plan)).flatMap(seen -> {
            entities.refresh(plan);
            return PlanFault.in(plan, recorded(plan));
        });
    }

    /** The hash of the last signature as the audit has it; empty text for none. */
    private Optional<String> recorded(Plan plan) {
        List<?> found = entities.createNativeQuery(RECORDED)
                .setParameter(1, PlanDeed.KIND + '/' + plan.id())
                .getResultList();
        return found.stream().findFirst().map(String::valueOf).map(h -> h.startsWith("\"") ? "" : h);
    }
}
