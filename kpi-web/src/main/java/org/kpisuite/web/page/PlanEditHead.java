package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanDeadlines;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.RoleTemplate;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Colleagues;
import org.kpisuite.ejb.audit.AuditLog;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.settings.Settings;

/** What stands around the table of the plan editor: where the plan stands, who is next and until when, what to choose from. */
@Named("planEditHead")
@RequestScoped
public class PlanEditHead {
    private static final List<PlanState> PATH =
            List.of(PlanState.DRAFT, PlanState.SUBMITTED, PlanState.CHECKED, PlanState.APPROVED, PlanState.ACTIVE);
    private static final List<String> STAGES = List.of("LAUNCH", "GROWTH", "MATURITY", "DECLINE");
    private static final String STAGE = "stage.";

    @Inject
    Reader reader;

    @Inject
    PlanEditPage page;

    @Inject
    Settings settings;

    @EJB
    Plans plans;

    @EJB
    Units units;

    @EJB
    Catalogues catalogues;

    @EJB
    Colleagues colleagues;

    @EJB
    AuditLog audit;

    @EJB
    Caller caller;

    private @Nullable String unitName;

    private Plan plan() {
        return page.getPlan();
    }

    private PlanDeadlines deadlines() {
        return new PlanDeadlines(plan().period(), settings.workingDays());
    }

    public String getUnitName() {
        if (unitName == null) {
            unitName = units.get(plan().unit()).name().in(reader.getLocale());
        }
        return unitName;
    }

    public String getHeadline() {
        return reader.text("plan.headline", getUnitName(), plan().period().code());
    }

    public String getSub() {
        LocalDate due = deadlines().submit();
        LocalDate today = caller.today();
        long left = today.isAfter(due)
                ? -settings.workingDays().count(new DayRange(due.plusDays(1), today))
                : settings.workingDays().count(new DayRange(today.plusDays(1), due));
        String stage = stage(Objects.requireNonNullElse(page.getDraft().getStage(), ""));
        return reader.text(
                        left < 0 ? "editor.sub.late" : "editor.sub", plan().revision(), reader.day(due), Math.abs(left))
                + (stage.isEmpty() ? "" : " · " + reader.text("editor.sub.stage", stage));
    }

    private String stage(String code) {
        return reader.knows(STAGE + code) ? reader.text(STAGE + code) : code;
    }

    /** One state on the path of a plan. */
    public record State(String name, boolean current) {}

    public List<State> getStates() {
        PlanText text = new PlanText(catalogues.get(), reader);
        return PATH.stream()
                .map(s -> new State(text.state(s), s == PlanState.DRAFT))
                .toList();
    }

    public boolean isSubmitting() {
        return plans.actions(plan()).contains(PlanAction.SUBMIT);
    }

    /** Who is next and until when: the controller after the head, the head after an author. */
    public String getNext() {
        boolean head = isSubmitting();
        Role role = head ? Role.CONTROLLER : Role.HEAD;
        LocalDate due = head ? deadlines().check() : deadlines().submit();
        String names = colleagues.with(role, plan().unit()).stream()
                .map(Colleagues.Colleague::name)
                .limit(2)
                .collect(Collectors.joining(", "));
        return reader.text(
                "editor.next." + role.name(),
                names.isEmpty() ? reader.text("editor.nobody") : names,
                reader.shortDay(due));
    }

    public String getErrors() {
        return reader.text("editor.errors", page.getSheet().getErrors());
    }

    public String getUnanswered() {
        return reader.text("editor.unanswered", page.getSheet().getUnanswered());
    }

    /** Who stored another content, and when. */
    public String getConflict() {
        return audit.of("plan/" + plan().id(), plan().unit()).rows().stream()
                .findFirst()
                .map(r -> reader.text(
                        "editor.conflict.by", colleagues.name(r.origin().actor()), reader.time(r.at())))
                .orElseGet(() -> reader.text("editor.conflict"));
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of("KPI", reader.text("plan.weight"), reader.text("plan.floor"), reader.text("plan.target"));
    }

    public List<PlansPage.Choice> getTemplates() {
        return RoleTemplate.shipped().stream()
                .map(t -> new PlansPage.Choice(t.code(), t.name().in(reader.getLocale())))
                .toList();
    }

    /** All indicators, by name. */
    public List<PlansPage.Choice> getIndicators() {
        return catalogues.get().indicators().stream()
                .map(i -> new PlansPage.Choice(
                        i.code(),
                        i.name().in(reader.getLocale()) + " · " + i.code() + " · "
                                + reader.text("nature.one." + i.nature().name())))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .toList();
    }

    /** Codes that a gate may name: indicators and measures. */
    public List<PlansPage.Choice> getCodes() {
        Catalogue catalogue = catalogues.get();
        return Stream.concat(
                        catalogue.indicators().stream()
                                .map(i ->
                                        new PlansPage.Choice(i.code(), i.name().in(reader.getLocale()))),
                        catalogue.measures().stream()
                                .map(m ->
                                        new PlansPage.Choice(m.code(), m.name().in(reader.getLocale()))))
                .sorted(Comparator.comparing(PlansPage.Choice::value))
                .toList();
    }

    /** KPIs of the plan: what a metric may explain. */
    public List<PlansPage.Choice> getScored() {
        return choices(page.getDraft().items(Usage.EVAL));
    }

    /** The other lines: one of them may speak for the quality of this one. */
    public List<PlansPage.Choice> others(DraftItem item) {
        return choices(
                page.getDraft().getItems().stream().filter(i -> i != item).toList());
    }

    private static List<PlansPage.Choice> choices(List<DraftItem> items) {
        return items.stream()
                .map(i -> new PlansPage.Choice(i.getKey(), i.getName()))
                .toList();
    }

    /** Stages to choose from; others may be typed. */
    public List<PlansPage.Choice> getStages() {
        return STAGES.stream().map(s -> new PlansPage.Choice(s, stage(s))).toList();
    }

    /** Departments directly below. */
    public List<PlansPage.Choice> getChildren() {
        return units.list().stream()
                .filter(u -> u.parent().filter(plan().unit()::equals).isPresent())
                .map(u -> new PlansPage.Choice(u.code(), u.name().in(reader.getLocale())))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .toList();
    }
}
