package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.plan.Adjustment;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.ClosingDecision;
import org.kpisuite.domain.plan.MissingDecision;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.plan.PlanPeople;
import org.kpisuite.ejb.plan.Plans;

/** What becomes of a plan in force: points asked for and decided by another, and its end with decisions on what is missing. */
@Named("planAfter")
@RequestScoped
public class PlanAfterPage {
    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    PasswordProof proof;

    @Inject
    PlanPage page;

    @EJB
    Plans plans;

    @EJB
    PlanPeople people;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private @Nullable Closing closing;
    private @Nullable List<Missing> missing;
    private @Nullable String points;
    private @Nullable String reason;

    /** A scored item without a value, and what is decided about it. */
    public static final class Missing {
        private final String key;
        private final String name;
        private @Nullable MissingDecision decision;
        private @Nullable String reason;
        private String refusal = "";

        Missing(String key, String name) {
            this.key = key;
            this.name = name;
        }

        public String getKey() {
            return key;
        }

        public String getName() {
            return name;
        }

        public @Nullable MissingDecision getDecision() {
            return decision;
        }

        public void setDecision(@Nullable MissingDecision decision) {
            this.decision = decision;
        }

        public @Nullable String getReason() {
            return reason;
        }

        public void setReason(@Nullable String reason) {
            this.reason = reason;
        }

        /** Why the decision is refused; empty where it is not. */
        public String getRefusal() {
            return refusal;
        }
    }

    /** Points on the score: {@code number} counts from 0. */
    public record Asked(int number, String points, String by, String reason, String decided, boolean open) {}

    /** A decision made at closing. */
    public record Decided(String name, String decision, String reason) {}

    private Plan plan() {
        return plans.get(page.getId());
    }

    /** Whether the person may end the plan now. */
    public boolean isClosing() {
        return page.may(PlanAction.CLOSE.name())
                && caller.today().isAfter(plan().period().endInclusive());
    }

    public List<Missing> getMissing() {
        if (missing == null) {
            PlanText text = new PlanText(catalogues.get(), reader);
            missing = closing().missing().stream()
                    .sorted()
                    .map(key -> new Missing(key, text.nameOf(key)))
                    .toList();
        }
        return missing;
    }

    /** Names of the red items without an action; while there are any, the plan cannot be closed. */
    public String getIdle() {
        PlanText text = new PlanText(catalogues.get(), reader);
        return closing().idle().stream().sorted().map(text::nameOf).collect(Collectors.joining(", "));
    }

    /** Where an action is written. */
    public String getCard() {
        return "scorecard?unit=" + plan().unit() + "&period=" + plan().period().code() + "#talk";
    }

    private Closing closing() {
        if (closing == null) {
            closing = plans.closing(page.getId());
        }
        return closing;
    }

    public MissingDecision[] getChoices() {
        return MissingDecision.values();
    }

    /** Ends the plan; what is undecided is refused at its row. */
    public @Nullable String close() {
        proof.require();
        List<ClosingDecision> decisions = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Missing one : getMissing()) {
            if (one.decision != null) {
                try {
                    decisions.add(
                            new ClosingDecision(one.key, one.decision, Objects.requireNonNullElse(one.reason, "")));
                } catch (KpiException e) {
                    refusals.addAll(e.refusals());
                }
            }
        }
        if (refusals.isEmpty()) {
            try {
                plans.close(page.getId(), decisions);
                return done("CLOSE");
            } catch (KpiException e) {
                refusals.addAll(e.refusals());
            }
        }
        show(refusals);
        return null;
    }

    private void show(List<Refusal> refusals) {
        for (Refusal refusal : refusals) {
            getMissing().stream()
                    .filter(m -> m.key.equals(refusal.column()))
                    .findFirst()
                    .ifPresent(m -> m.refusal = refusal.message(reader.getLocale()));
        }
        refusals.stream()
                .map(r -> new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        r.message(reader.getLocale()),
                        r.code().text()))
                .forEach(m -> faces.addMessage(null, m));
    }

    public List<Decided> getDecided() {
        PlanText text = new PlanText(catalogues.get(), reader);
        return plan().decisions().stream()
                .map(d -> new Decided(
                        text.nameOf(d.item()),
                        reader.text("missing." + d.decision().name()),
                        d.reason()))
                .toList();
    }

    /** Whether points may be asked for in the state of the plan. */
    public boolean isScored() {
        PlanState state = plan().state();
        return state == PlanState.ACTIVE || state == PlanState.CLOSED;
    }

    public boolean isAsker() {
        return isScored()
                && !caller.planMandates(plan().unit(), Set.of(Role.HEAD, Role.CONTROLLER))
                        .isEmpty();
    }

    public List<Asked> getAsked() {
        Map<String, String> names = people.names(page.getId());
        List<Adjustment> all = plan().adjustments();
        return IntStream.range(0, all.size())
                .mapToObj(i -> asked(i, all.get(i), names))
                .toList();
    }

    private Asked asked(int number, Adjustment one, Map<String, String> names) {
        return new Asked(
                number,
                reader.numbers().signed(one.points().stripTrailingZeros()),
                person(one.requestedBy(), one.requestedFor(), names) + ", " + reader.shortInstant(one.requestedAt()),
                one.reason(),
                one.decidedBy()
                        .map(d -> reader.text(
                                one.isAccepted() ? "adjust.accepted" : "adjust.rejected",
                                person(d, one.decidedFor(), names)))
                        .orElse(""),
                plans.mayDecide(plan(), one));
    }

    /** Who did it, and for whom. */
    private String person(String login, Optional<String> principal, Map<String, String> names) {
        String name = PlanText.person(names.getOrDefault(login, login));
        return principal
                .map(p -> reader.text("plan.role.for", name, PlanText.person(names.getOrDefault(p, p))))
                .orElse(name);
    }

    public String ask() {
        BigDecimal wanted = TypedNumber.read(points, reader.getLocale(), "points");
        plans.askAdjustment(page.getId(), wanted == null ? BigDecimal.ZERO : wanted, reason);
        return done("ADJUST");
    }

    public String decide(int number, boolean accept) {
        proof.require();
        plans.decideAdjustment(page.getId(), number, accept);
        return done(accept ? "ACCEPT" : "REJECT");
    }

    private String done(String action) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("done." + action), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/plan?faces-redirect=true&id=" + page.getId();
    }

    public @Nullable String getPoints() {
        return points;
    }

    public void setPoints(@Nullable String points) {
        this.points = points;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
