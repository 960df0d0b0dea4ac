package org.kpisuite.ejb.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.plan.PlanStore;

/** What people say about scorecards, and what they do about their items. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER"})
public class ScorecardRemarks {
    private static final Set<Role> WRITERS = Set.of(Role.AUTHOR, Role.HEAD, Role.CONTROLLER, Role.APPROVER);
    private static final Set<Role> ACTORS = Set.of(Role.AUTHOR, Role.HEAD);
    private static final int MAX = 2_000;

    @Inject
    private RemarkStore store;

    @Inject
    private KnownReader known;

    @Inject
    private PlanStore plans;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /** What was said before an instant; by now without one. Refuses E-NOT-FOUND for a unit that the caller may not read. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public List<Remark.Said> of(String unit, Period period, Optional<Instant> asOf) {
        caller.requireReadable(unit);
        return known.remarks(new ScorecardQuery(unit, period, asOf.orElseGet(clock::instant)));
    }

    /** Whether the caller may comment on the scorecards of a unit. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public boolean mayComment(String unit) {
        return caller.mandate(unit, WRITERS).isPresent();
    }

    /** Whether the caller may act for a unit: whoever writes its plans. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public boolean mayAct(String unit) {
        return !caller.planMandates(unit, ACTORS).isEmpty();
    }

    /** Adds a comment. Refuses E-NOT-FOUND, E-FORBIDDEN, E-FIELD-VALUE, E-LIMIT. */
    public Remark.Said comment(String unit, Period period, Optional<String> item, String text) {
        Mandate mandate = caller.requireMandate(unit, WRITERS);
        Remark remark = new Remark(withRoom(unit, period, item), text, caller.signing());
        return told(AuditAction.COMMENT, store.add(remark), mandate);
    }

    /** Adds an action of the department. Refuses as above; also E-FORBIDDEN to who does not write its plans. */
    @RolesAllowed({"AUTHOR", "HEAD"})
    public Remark.Said act(String unit, Period period, Optional<String> item, String text, Remark.Task task) {
        Mandate mandate = caller.requirePlanMandate(unit, Role.AUTHOR, Role.HEAD);
        Remark remark = new Remark(withRoom(unit, period, item), text, task.owner(), task.due(), caller.signing());
        return told(AuditAction.COMMENT, store.add(remark), mandate);
    }

    /** An action is done. Refuses E-NOT-FOUND, also for an action on another scorecard, E-FORBIDDEN. */
    @RolesAllowed({"AUTHOR", "HEAD"})
    public Remark.Said finish(String unit, Period period, long action) {
        Mandate mandate = caller.requirePlanMandate(unit, Role.AUTHOR, Role.HEAD);
        Remark remark = store.find(action)
                .filter(r -> r.unit().equals(unit) && r.period().equals(period))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "action " + action));
        remark.finish(caller.signing());
        return told(AuditAction.RESOLVE, remark, mandate);
    }

    private Remark.Place withRoom(String unit, Period period, Optional<String> item) {
        if (store.of(unit, period, clock.instant()).size() >= MAX) {
            throw new KpiException(Code.E_LIMIT, "remarks", String.valueOf(MAX));
        }
        return new Remark.Place(
                unit,
                period,
                Optional.ofNullable(plans.inForce(unit, clock.instant()).get(period)),
                item);
    }

    private Remark.Said told(AuditAction action, Remark remark, Mandate mandate) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("text", remark.text());
        remark.item().ifPresent(i -> words.put("item", i));
        remark.task().ifPresent(t -> {
            words.put("owner", t.owner());
            words.put("due", t.due().toString());
            t.doneAt().ifPresent(at -> words.put("doneAt", at.toString()));
        });
        Deed deed = Deed.of(
                        action, "remark", remark.unit() + '/' + remark.period().code() + '/' + remark.id())
                .in(remark.unit())
                .to(words);
        audit.record(mandate.onBehalfOf() == null ? deed : deed.onBehalfOf(mandate.onBehalfOf()));
        return remark.said(remark.author(), Instant.MAX);
    }
}
