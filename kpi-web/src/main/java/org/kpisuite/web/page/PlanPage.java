package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.SignIn;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;

/** A plan and the steps that the person may take with it: {@code /plan?id=}. Approving asks for the password again. */
@Named("planPage")
@RequestScoped
public class PlanPage {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @EJB
    Plans plans;

    @EJB
    Units units;

    @EJB
    Catalogues catalogues;

    @EJB
    SignIn signIn;

    @EJB
    Caller caller;

    private long id;
    private @Nullable String comment;
    private @Nullable String password;
    private @Nullable String shown;
    private @Nullable Plan plan;
    private @Nullable PlanSheet sheet;
    private @Nullable Set<PlanAction> actions;

    /** The address says which plan; forms keep it, so it is known before they are read. */
    @PostConstruct
    void begin() {
        String asked = faces.getExternalContext().getRequestParameterMap().get("id");
        if (asked == null || !ID.matcher(asked).matches()) {
            throw new KpiException(Code.E_NOT_FOUND, "plan " + asked);
        }
        id = Long.parseLong(asked);
    }

    private Plan plan() {
        if (plan == null) {
            plan = plans.get(id);
        }
        return plan;
    }

    /** The plan as it is shown. */
    public PlanSheet getSheet() {
        if (sheet == null) {
            Plan before = plans.list().stream()
                    .filter(p -> p.unit().equals(plan().unit())
                            && p.period().equals(plan().period().previous())
                            && p.state().isInForce())
                    .findFirst()
                    .orElse(null);
            sheet = new PlanSheet(
                    plan(),
                    before,
                    units.get(plan().unit()).name().in(reader.getLocale()),
                    new PlanText(catalogues.get(), reader),
                    reader);
        }
        return sheet;
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
        return may("CHECK") || may("RETURN") || may("APPROVE");
    }

    public boolean isActing() {
        return isDeciding() || may("SUBMIT") || may("WITHDRAW") || may("CANCEL");
    }

    /** Why somebody with the role may not approve: they took part. */
    public boolean isInvolved() {
        return plan().state().actions().contains(PlanAction.APPROVE)
                && caller.has(plan().unit(), Role.APPROVER)
                && !may("APPROVE");
    }

    public String submit() {
        plans.submit(id);
        return done("SUBMIT");
    }

    public String withdraw() {
        plans.withdraw(id);
        return done("WITHDRAW");
    }

    public String check() {
        plans.check(id, shown);
        return done("CHECK");
    }

    public String giveBack() {
        plans.giveBack(id, comment);
        return done("RETURN");
    }

    public String cancel() {
        plans.cancel(id, comment);
        return done("CANCEL");
    }

    /** Approves the content that was shown, by somebody who has just proved again who they are. */
    public String approve() {
        if (signIn.byPassword(caller.login(), password == null ? "" : password).isEmpty()) {
            throw new KpiException(Code.E_SIGN_IN);
        }
        plans.approve(id, String.valueOf(shown));
        return done("APPROVE");
    }

    private String done(String action) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("done." + action), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/plan?faces-redirect=true&id=" + id;
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

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    /** The hash of the content that stands on the page that the person sees. */
    public @Nullable String getShown() {
        return shown == null ? plan().hash().orElse(null) : shown;
    }

    public void setShown(@Nullable String shown) {
        this.shown = shown;
    }
}
