package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.RevisionReason;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.PlanDiffs;
import org.kpisuite.ejb.plan.PlanPeople;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.scorecard.PlanWorkbench;
import org.kpisuite.ejb.settings.Settings;

/**
 * A plan and the steps that the person may take with it: {@code /plan?id=}, beside another plan {@code &with=}. Whoever
 * signs long after they signed in enters the password again.
 */
@Named("planPage")
@RequestScoped
public class PlanPage {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Set<PlanAction> DECISIONS =
            EnumSet.of(PlanAction.CHECK, PlanAction.RETURN, PlanAction.APPROVE);

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    PasswordProof proof;

    @Inject
    Settings settings;

    @EJB
    Plans plans;

    @EJB
    PlanDiffs diffs;

    @EJB
    PlanPeople people;

    @EJB
    PlanWorkbench workbench;

    @EJB
    Units units;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private long id;
    private @Nullable String comment;
    private @Nullable String reason;
    private @Nullable RevisionReason code;
    private @Nullable String shown;
    private PlanDiffs.@Nullable Compared compared;
    private PlanSheet.@Nullable Facts facts;
    private @Nullable PlanSheet sheet;
    private @Nullable Set<PlanAction> actions;

    /** The address says which plan; forms keep it, so it is known before they are read. */
    @PostConstruct
    void begin() {
        id = number("id");
        if (id == 0) {
            throw new KpiException(Code.E_NOT_FOUND, "plan");
        }
    }

    private long number(String parameter) {
        String asked = faces.getExternalContext().getRequestParameterMap().get(parameter);
        return asked != null && ID.matcher(asked).matches() ? Long.parseLong(asked) : 0;
    }

    private PlanDiffs.Compared compared() {
        if (compared == null) {
            long with = number("with");
            compared = with == 0 ? diffs.of(id) : diffs.of(id, with);
        }
        return compared;
    }

    private Plan plan() {
        return compared().plan();
    }

    private PlanSheet.Facts facts() {
        if (facts == null) {
            facts = new PlanSheet.Facts(
                    units.get(plan().unit()).name().in(reader.getLocale()),
                    plans.lint(id),
                    people.names(id),
                    Optional.of(workbench.whatIf(id)));
        }
        return facts;
    }

    /** The plan as it is shown. */
    public PlanSheet getSheet() {
        if (sheet == null) {
            sheet = new PlanSheet(compared(), facts(), new PlanText(catalogues.get(), reader), reader);
        }
        return sheet;
    }

    private PlanDue due() {
        return new PlanDue(settings.workingDays(), caller.today(), reader);
    }

    /** Until when the next step is due: {@code 29 Dec 2026, 5 wd left}. */
    public String getDue() {
        return due().inFull(plan());
    }

    public boolean isOverdue() {
        return due().isOver(plan());
    }

    /** The same beside the name of the plan. */
    public String getDueShort() {
        return due().by(plan());
    }

    public List<PlanTrail.Step> getSteps() {
        return new PlanTrail(plan(), facts(), reader).steps(isDeciding() || may("SUBMIT"), getDueShort());
    }

    private Set<PlanAction> actions() {
        if (actions == null) {
            actions = EnumSet.noneOf(PlanAction.class);
            actions.addAll(plans.actions(plan()));
        }
        return actions;
    }

    /** Whether the person may take that step now. */
    public boolean may(String action) {
        return actions().contains(PlanAction.valueOf(action));
    }

    public boolean isDeciding() {
        return DECISIONS.stream().anyMatch(actions()::contains);
    }

    /** In which role the person decides, and for whom. */
    public String getRole() {
        return DECISIONS.stream()
                .filter(actions()::contains)
                .findFirst()
                .flatMap(a -> plans.mandate(plan(), a))
                .map(m -> {
                    String role = reader.text("role." + m.role().name());
                    return m.onBehalfOf() == null
                            ? role
                            : reader.text("plan.role.for", role, facts().name(m.onBehalfOf()));
                })
                .orElse("");
    }

    /** Why somebody with the role may not check or approve: which part they took. Empty for everybody else. */
    public String getEyes() {
        return new FourEyes(plan(), people.heads(id), reader).obstacle(plans, actions(), caller.login());
    }

    public String submit() {
        proof.require();
        plans.submit(id, shown);
        return done("SUBMIT");
    }

    public String withdraw() {
        proof.require();
        plans.withdraw(id);
        return done("WITHDRAW");
    }

    public String check() {
        proof.require();
        plans.check(id, shown);
        return done("CHECK");
    }

    public String giveBack() {
        proof.require();
        plans.giveBack(id, shown, comment);
        return done("RETURN");
    }

    /** Approves the content that was shown. */
    public String approve() {
        proof.require();
        plans.approve(id, String.valueOf(shown));
        return done("APPROVE");
    }

    public String cancel() {
        proof.require();
        plans.cancel(id, reason);
        return done("CANCEL");
    }

    /** Begins the next revision and opens it. */
    public String revise() {
        proof.require();
        long next = plans.revise(id, code == null ? RevisionReason.OTHER : code, reason)
                .id();
        say("REVISE");
        return "/plan?faces-redirect=true&id=" + next;
    }

    private String done(String action) {
        say(action);
        return "/plan?faces-redirect=true&id=" + id;
    }

    private void say(String action) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("done." + action), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    public RevisionReason[] getCodes() {
        return RevisionReason.values();
    }

    public long getId() {
        return id;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable RevisionReason getCode() {
        return code;
    }

    public void setCode(@Nullable RevisionReason code) {
        this.code = code;
    }

    /** The hash of the content that stands on the page that the person sees. */
    public @Nullable String getShown() {
        return shown == null ? plan().contentHash() : shown;
    }

    public void setShown(@Nullable String shown) {
        this.shown = shown;
    }
}
