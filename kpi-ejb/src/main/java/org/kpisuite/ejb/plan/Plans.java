package org.kpisuite.ejb.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Staff;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Adjustment;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.ClosingDecision;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.Revision;
import org.kpisuite.domain.plan.RevisionReason;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;

/**
 * Plans of the units in which the caller has a role. Which role a step takes depends on the state of the plan, and it may
 * be one that the caller exercises for another: so each step asks for the mandate of the caller itself.
 */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Plans {
    @Inject
    private PlanStore store;

    @Inject
    private PlanFigures figures;

    @Inject
    private AuditTrail audit;

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
        List<Plan> all = list();
        Map<Long, List<PlanAction>> actions = actions(all);
        return all.stream().filter(p -> !actions.get(p.id()).isEmpty()).toList();
    }

    /** What the caller may do with a plan now. */
    public List<PlanAction> actions(Plan plan) {
        return actions(plan, directory.staff());
    }

    /** The same of many plans, by their ids. */
    public Map<Long, List<PlanAction>> actions(Collection<Plan> plans) {
        Staff staff = directory.staff();
        return plans.stream().collect(Collectors.toMap(Plan::id, p -> actions(p, staff)));
    }

    private List<PlanAction> actions(Plan plan, Staff staff) {
        return plan.state().actions().stream()
                .filter(a -> isAnyFree(mandates(plan, a, staff), plan.barred(a, staff.heads(plan.unit()))))
                .sorted()
                .toList();
    }

    /**
     * In which role the caller would do it, and for whom: of several the first that keeps four eyes. Late in a quarter the CFO
     * may begin a revision of any plan.
     */
    public Optional<Mandate> mandate(Plan plan, PlanAction action) {
        Staff staff = directory.staff();
        return best(mandates(plan, action, staff), plan.barred(action, staff.heads(plan.unit())));
    }

    /** The first that keeps four eyes; else the first, to be refused. */
    private Optional<Mandate> best(List<Mandate> all, Set<String> barred) {
        return all.stream()
                .filter(m -> isAnyFree(List.of(m), barred))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private boolean isAnyFree(List<Mandate> mandates, Set<String> barred) {
        return mandates.stream()
                .anyMatch(m -> Collections.disjoint(caller.signing().as(m).people(), barred));
    }

    private List<Mandate> mandates(Plan plan, PlanAction action, Staff staff) {
        List<Mandate> all = new ArrayList<>(caller.planMandates(staff, plan.unit(), action.roles(plan.state())));
        if (action == PlanAction.REVISE && isLate(plan)) {
            all.addAll(cfo(plan, staff));
        }
        return all;
    }

    private boolean isLate(Plan plan) {
        LocalDate from = Revision.lateFrom(plan.period().endInclusive(), settings.workingDays());
        return !directory.today().isBefore(from);
    }

    /** The caller as one who may approve for the whole company. */
    private List<Mandate> cfo(Plan plan, Staff staff) {
        return caller.planMandates(staff, staff.tree().root(plan.unit()).code(), Set.of(Role.APPROVER));
    }

    /** Refuses E-NOT-FOUND, also for a plan of a unit that the caller may not read. */
    public Plan get(long id) {
        Plan plan = store.get(id);
        if (!caller.readableUnits().contains(plan.unit())) {
            throw new KpiException(Code.E_NOT_FOUND, "plan " + id);
        }
        return plan;
    }

    /** What the lint finds in a plan, as of now. Refuses E-NOT-FOUND. */
    public List<Finding> findings(long id) {
        return figures.findings(get(id));
    }

    /** What the lint says to whoever decides: what it found at submission, and what it would find besides now. */
    public LintReport lint(long id) {
        Plan plan = get(id);
        Optional<List<Finding>> signed = plan.lintReport().map(SignedLint::findings);
        if (signed.isPresent() && !plan.state().isUnderWay()) {
            return LintReport.of(signed.get());
        }
        List<Finding> today = figures.findings(plan);
        return signed.map(s -> LintReport.of(s, today)).orElseGet(() -> LintReport.of(today));
    }

    /** Scored items of a plan that have no value, and red ones without an action, as of now. Refuses E-NOT-FOUND. */
    public Closing closing(long id) {
        return figures.closing(get(id));
    }

    /**
     * Begins a plan. Refuses E-PLAN-EXISTS, E-FORBIDDEN, E-FIELD-VALUE for a child that is not directly below, and for
     * anything but a quarter of the calendar that the company plans by.
     */
    public Plan create(String unit, Period period, PlanContent written) {
        Mandate mandate = caller.requirePlanMandate(unit, Role.AUTHOR, Role.HEAD);
        written.requireChildrenOf(unit, directory.tree());
        PlanContent content = written.businessStage() == null ? written.at(stage(unit)) : written;
        Plan plan = Plan.thought(unit, settings.calendar().requirePlanQuarter(period), content, caller.login());
        PlanContent answering = content.answering(PlanContent.EMPTY, () -> figures.findings(plan));
        plan.edit(answering.defined(catalogues.get()), caller.signing().as(mandate));
        store.add(plan);
        audit.record(PlanDeed.fromNothing().to(AuditAction.CREATE, plan, mandate));
        return plan;
    }

    private Optional<String> stage(String unit) {
        return directory.tree().find(unit).flatMap(OrgUnit::businessStage);
    }

    /** Writes a draft anew. Refuses E-VERSION-MISSING, E-VERSION, E-PLAN-STATE. */
    public Plan edit(long id, PlanContent written, Optional<Long> version) {
        Plan stored = get(id);
        written.requireChildrenOf(stored.unit(), directory.tree());
        PlanContent content = written.answering(
                stored.written(),
                () -> figures.findings(Plan.thought(stored.unit(), stored.period(), written, caller.login())));
        Plan draft = store.toChange(id);
        // At once: any query after the lock raises the version.
        Versions.check(version, draft.version());
        return act(draft, PlanAction.EDIT, (plan, by) -> {
            // Rows that only change places would meet one another: all go before any come.
            plan.edit(PlanContent.EMPTY, by);
            store.flush();
            plan.edit(content.defined(catalogues.get()), by);
        });
    }

    /**
     * Begins a plan with the items of the plan that was in force in the quarter before. Their definitions are those of today;
     * consultations and answers are not taken over. Refuses E-NOT-FOUND where there was none, and as {@link #create} does.
     */
    public Plan copy(String unit, Period period) {
        caller.requirePlanMandate(unit, Role.AUTHOR, Role.HEAD);
        Period before = settings.calendar().requirePlanQuarter(period).previous();
        Plan last = Optional.ofNullable(
                        store.inForce(unit, caller.signing().at()).get(before))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, unit + " " + before.code()));
        return create(unit, period, last.written().renewed(catalogues.get()).at(stage(unit)));
    }

    /**
     * Asks for a decision. Refuses E-PLAN-HASH if a hash was shown and it is not that of the plan, E-LINT with every error,
     * E-WARN-UNANSWERED with every warning, E-COMMENT-OPEN, E-NO-APPROVER, E-FORBIDDEN to all but the head of this very department.
     */
    public Plan submit(long id, @Nullable String shownHash) {
        return act(id, PlanAction.SUBMIT, (plan, by) -> {
            Set<String> heads = directory.heads(plan.unit());
            long blocking = store.comments(plan).stream()
                    .filter(PlanComment::isInTheWay)
                    .count();
            Set<String> approvers = directory.withRole(Role.APPROVER, plan.unit());
            plan.submit(by, new Submission(approvers, heads, figures.findings(plan), blocking, shownHash));
        });
    }

    /** Takes a submitted plan back before anybody has checked it. */
    public Plan withdraw(long id) {
        return act(id, PlanAction.WITHDRAW, Plan::withdraw);
    }

    /** Refuses E-FOUR-EYES for an editor, E-PLAN-HASH if a hash was shown and it is not that of the plan. */
    public Plan check(long id, @Nullable String shownHash) {
        return act(id, PlanAction.CHECK, (plan, by) -> plan.check(by, shownHash));
    }

    /** Gives it back to its authors. Refuses E-COMMENT-SHORT, E-PLAN-HASH if a hash was shown and it is another. */
    public Plan giveBack(long id, @Nullable String shownHash, @Nullable String comment) {
        return act(id, PlanAction.RETURN, (plan, by) -> plan.giveBack(by, shownHash, comment));
    }

    /**
     * Puts it in force. Refuses E-FOUR-EYES to whoever took part, E-PLAN-HASH if it is not what was shown, E-ADJUSTMENT-OPEN if
     * points asked for on the revision before wait.
     */
    public Plan approve(long id, String shownHash) {
        return act(id, PlanAction.APPROVE, (plan, by) -> {
            plan.approve(by, shownHash, directory.heads(plan.unit()), directory.today());
            Optional<Plan> before = plan.basedOn().map(store::get);
            Optional<PlanDeed> leaving = before.map(PlanDeed::from);
            store.putInForce(plan);
            leaving.ifPresent(l -> audit.record(l.to(AuditAction.SUPERSEDE, before.orElseThrow(), by.mandate())));
        });
    }

    /** Gives a draft up, with a reason. */
    public Plan cancel(long id, @Nullable String reason) {
        return act(id, PlanAction.CANCEL, (plan, by) -> {
            plan.cancel(by, reason);
            store.release(plan);
        });
    }

    /**
     * Begins the next revision of a plan in force. Refuses E-PLAN-EXISTS if one is under way, E-REASON-MISSING,
     * E-REVISION-LATE.
     */
    public Plan revise(long id, RevisionReason code, @Nullable String reason) {
        get(id);
        Plan plan = store.toChange(id);
        Mandate own = mandate(plan, PlanAction.REVISE).orElseThrow(() -> new KpiException(Code.E_FORBIDDEN));
        List<Mandate> cfo = cfo(plan, directory.staff());
        Mandate mandate = cfo.isEmpty() ? own : cfo.get(0);
        Revision revision = new Revision(code, reason, directory.today(), settings.workingDays(), !cfo.isEmpty());
        Plan next = plan.revise(caller.signing().as(mandate), revision);
        store.addRevision(next);
        audit.record(PlanDeed.from(plan).to(AuditAction.REVISE, next, mandate));
        return next;
    }

    /**
     * Ends a plan after its quarter. Refuses E-QUARTER-RUNNING, E-ITEM-UNDECIDED with every scored item that has no value
     * and no decision, E-ACTION-MISSING with every red item that nobody acts on, E-PLAN-EXISTS while a revision is under way: it is approved or given up first.
     */
    public Plan close(long id, List<ClosingDecision> decisions) {
        return act(id, PlanAction.CLOSE, (plan, by) -> {
            store.requireNoRevisionOf(plan);
            plan.close(by, decisions, figures.closing(plan), directory.today());
        });
    }

    /** Asks for points on the score. Refuses E-PLAN-STATE, E-FIELD-VALUE, E-COMMENT-SHORT. */
    public Plan askAdjustment(long id, BigDecimal points, @Nullable String reason) {
        get(id);
        Plan plan = store.toChange(id);
        Mandate mandate = caller.requirePlanMandate(plan.unit(), Role.HEAD, Role.CONTROLLER);
        return take(plan, AuditAction.PROPOSE, mandate, (p, by) -> p.askAdjustment(by, points, reason));
    }

    /** Decides about such points. Refuses E-NOT-FOUND, E-PLAN-STATE, E-FOUR-EYES. */
    public Plan decideAdjustment(long id, int number, boolean accept) {
        get(id);
        Plan plan = store.toChange(id);
        caller.requirePlanMandate(plan.unit(), Role.APPROVER);
        Staff staff = directory.staff();
        Set<String> barred = plan.barred(plan.adjustment(number), staff.heads(plan.unit()));
        Mandate mandate = best(deciders(plan, staff), barred).orElseThrow();
        return take(
                plan,
                accept ? AuditAction.ACCEPT : AuditAction.REJECT,
                mandate,
                (p, by) -> p.decideAdjustment(by, number, accept, staff.heads(p.unit())));
    }

    /** Whether the caller may decide about points that somebody asked for. */
    public boolean mayDecide(Plan plan, Adjustment asked) {
        Staff staff = directory.staff();
        Set<String> barred = plan.barred(asked, staff.heads(plan.unit()));
        return asked.isOpen() && isAnyFree(deciders(plan, staff), barred);
    }

    private List<Mandate> deciders(Plan plan, Staff staff) {
        return caller.planMandates(staff, plan.unit(), Set.of(Role.APPROVER));
    }

    private Plan act(long id, PlanAction action, BiConsumer<Plan, Signing> step) {
        get(id);
        return act(store.toChange(id), action, step);
    }

    private Plan act(Plan plan, PlanAction action, BiConsumer<Plan, Signing> step) {
        Mandate mandate = mandate(plan, action).orElseThrow(() -> new KpiException(Code.E_FORBIDDEN));
        return take(
                plan,
                action == PlanAction.EDIT ? AuditAction.CHANGE : AuditAction.valueOf(action.name()),
                mandate,
                step);
    }

    private Plan take(Plan plan, AuditAction action, Mandate mandate, BiConsumer<Plan, Signing> step) {
        PlanDeed deed = PlanDeed.from(plan);
        step.accept(plan, caller.signing().as(mandate));
        store.flush();
        audit.record(deed.to(action, plan, mandate));
        return plan;
    }
}
