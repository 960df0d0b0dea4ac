package org.kpisuite.ejb.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;

/** Plans of the units in which the caller has a role. Every step names the role that it takes. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Plans {
    @Inject
    private PlanStore store;

    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private Settings settings;

    @EJB
    private Caller caller;

    /** All plans that the caller may read, the latest quarter first. */
    public List<Plan> list() {
        return store.of(caller.readableUnits());
    }

    /** Those in whose present state the caller may and should act, and has not taken a part that forbids it. */
    public List<Plan> waitingForMe() {
        return list().stream().filter(p -> !actions(p).isEmpty()).toList();
    }

    /** What the caller may do with a plan now. */
    public List<PlanAction> actions(Plan plan) {
        return plan.state().actions().stream()
                .filter(a -> mayAct(plan, a))
                .sorted()
                .toList();
    }

    private boolean mayAct(Plan plan, PlanAction action) {
        Role[] roles = action.roles(plan.state()).toArray(Role[]::new);
        if (!caller.has(plan.unit(), roles)) {
            return false;
        }
        return switch (action) {
            case CHECK -> !plan.editors().contains(caller.login());
            case APPROVE -> !plan.involved(directory.heads(plan.unit())).contains(caller.login());
            case SUBMIT -> directory.heads(plan.unit()).contains(caller.login());
            default -> true;
        };
    }

    /** Refuses E-NOT-FOUND, also for a plan of a unit that the caller may not read. */
    public Plan get(long id) {
        Plan plan = store.get(id);
        if (!caller.readableUnits().contains(plan.unit())) {
            throw new KpiException(Code.E_NOT_FOUND, "plan " + id);
        }
        return plan;
    }

    /**
     * Begins a plan. Refuses E-PLAN-EXISTS, E-FORBIDDEN, E-FIELD-VALUE for a child that is not directly below, and for
     * anything but a quarter of the calendar that the company plans by.
     */
    @RolesAllowed({"AUTHOR", "HEAD"})
    public Plan create(String unit, Period period, PlanContent content) {
        caller.require(unit, Role.AUTHOR, Role.HEAD);
        content.requireChildrenOf(unit, directory.tree());
        Plan plan = new Plan(unit, settings.calendar().requirePlanQuarter(period), caller.login());
        plan.edit(content, caller.login());
        store.add(plan);
        return plan;
    }

    /** Writes a draft anew. Refuses E-VERSION-MISSING, E-VERSION, E-PLAN-STATE. */
    @RolesAllowed({"AUTHOR", "HEAD"})
    public Plan edit(long id, PlanContent content, Optional<Long> version) {
        // Before the lock: any query after it raises the version.
        Plan before = get(id);
        Versions.check(version, before.version());
        content.requireChildrenOf(before.unit(), directory.tree());
        return act(id, PlanAction.EDIT, plan -> plan.edit(content, caller.login()));
    }

    /** Refuses E-LINT with every error, E-NO-APPROVER, E-FORBIDDEN to all but the head of this very department. */
    @RolesAllowed("HEAD")
    public Plan submit(long id) {
        return act(id, PlanAction.SUBMIT, plan -> {
            Set<String> heads = directory.heads(plan.unit());
            if (!heads.contains(caller.login())) {
                throw new KpiException(Code.E_FORBIDDEN);
            }
            List<Finding> findings = PlanLint.of(plan, catalogues.get());
            plan.submit(caller.signing(), directory.withRole(Role.APPROVER, plan.unit()), heads, findings);
        });
    }

    /** Takes a submitted plan back before anybody has checked it. */
    @RolesAllowed("HEAD")
    public Plan withdraw(long id) {
        return act(id, PlanAction.WITHDRAW, plan -> plan.withdraw(caller.signing()));
    }

    /** Refuses E-FOUR-EYES for an editor. */
    @RolesAllowed("CONTROLLER")
    public Plan check(long id) {
        return act(id, PlanAction.CHECK, plan -> plan.check(caller.signing()));
    }

    /** Gives it back to its authors. Refuses E-COMMENT-SHORT. */
    @RolesAllowed({"CONTROLLER", "APPROVER"})
    public Plan giveBack(long id, @Nullable String comment) {
        return act(id, PlanAction.RETURN, plan -> plan.giveBack(caller.signing(), comment));
    }

    /** Puts it in force. Refuses E-FOUR-EYES to whoever took part, E-PLAN-HASH if it is not what was shown. */
    @RolesAllowed("APPROVER")
    public Plan approve(long id, String shownHash) {
        return act(
                id,
                PlanAction.APPROVE,
                plan -> plan.approve(caller.signing(), shownHash, directory.heads(plan.unit()), directory.today()));
    }

    /** Gives a draft up, with a reason. */
    @RolesAllowed("HEAD")
    public Plan cancel(long id, @Nullable String reason) {
        return act(id, PlanAction.CANCEL, plan -> {
            plan.cancel(caller.signing(), reason);
            store.release(plan);
        });
    }

    private Plan act(long id, PlanAction action, Consumer<Plan> step) {
        get(id);
        Plan plan = store.toChange(id);
        Set<Role> roles = action.roles(plan.state());
        caller.require(plan.unit(), roles.toArray(Role[]::new));
        step.accept(plan);
        store.flush();
        return plan;
    }
}
