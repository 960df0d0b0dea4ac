package org.kpisuite.ejb.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.audit.AuditTrail;

/** What people say about the plans of a quarter. Whoever may read a plan reads it; those who work on plans write. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class PlanComments {
    private static final Set<Role> WRITERS = Set.of(Role.AUTHOR, Role.HEAD, Role.CONTROLLER, Role.APPROVER);

    /** Comments that the plans of a quarter may have. */
    private static final long MAX = 2_000;

    @EJB
    private Plans plans;

    @EJB
    private Caller caller;

    @Inject
    private PlanStore store;

    @Inject
    private AuditTrail audit;

    /** All comments on the plans of its unit and quarter, whatever revision, in the order they were made. */
    public List<PlanComment> of(long plan) {
        return store.comments(plans.get(plan));
    }

    /** Refuses E-NOT-FOUND, E-FORBIDDEN, E-FIELD-VALUE, E-LIMIT. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER"})
    public PlanComment comment(long plan, PlanComment.Place place, String text, boolean blocking) {
        Plan on = withRoom(plan);
        return told(on, store.add(new PlanComment(on, place, text, blocking, caller.signing())));
    }

    /** Refuses E-NOT-FOUND, also for a comment on another plan, E-FORBIDDEN, E-FIELD-VALUE, E-LIMIT. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER"})
    public PlanComment answer(long plan, long comment, String text) {
        Plan on = withRoom(plan);
        return told(on, store.add(find(on, comment).answer(on, text, caller.signing())));
    }

    private PlanComment told(Plan on, PlanComment comment) {
        audit.record(PlanDeed.talk(AuditAction.COMMENT, on, Map.of(), comment, mandate(on)));
        return comment;
    }

    /** Settles a comment, or opens it again. Refuses E-NOT-FOUND, E-FORBIDDEN. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER"})
    public PlanComment resolve(long plan, long comment, boolean resolved) {
        Plan on = writable(plan);
        PlanComment found = find(on, comment);
        Map<String, Object> before = PlanDeed.told(found);
        found.resolve(resolved, caller.signing());
        AuditAction action = resolved ? AuditAction.RESOLVE : AuditAction.REOPEN;
        audit.record(PlanDeed.talk(action, on, before, found, mandate(on)));
        return found;
    }

    private Plan writable(long id) {
        Plan plan = plans.get(id);
        mandate(plan);
        return plan;
    }

    private Mandate mandate(Plan plan) {
        return caller.requireMandate(plan.unit(), WRITERS);
    }

    private Plan withRoom(long id) {
        Plan plan = writable(id);
        if (store.comments(plan).size() >= MAX) {
            throw new KpiException(Code.E_LIMIT, "comments", String.valueOf(MAX));
        }
        return plan;
    }

    private PlanComment find(Plan plan, long id) {
        return store.comments(plan).stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "comment " + id));
    }
}
