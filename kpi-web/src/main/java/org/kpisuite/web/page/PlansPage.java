package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.RoleTemplate;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.scorecard.PlanProposals;

/** All plans that the person may see, those that wait for them first: {@code
 * /plans?period=&unit=&state=&mine=&sort=&page=}. */
@Named("plans")
@RequestScoped
public class PlansPage {
    private static final int PAGE = 50;
    private static final Set<PlanAction> DECISIONS =
            Set.of(PlanAction.SUBMIT, PlanAction.CHECK, PlanAction.RETURN, PlanAction.APPROVE);

    @Inject
    Reader reader;

    @Inject
    Clock clock;

    @EJB
    Plans plans;

    @EJB
    PlanProposals proposals;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private @Nullable String unit;
    private @Nullable String state;
    private @Nullable String sort;
    private @Nullable String period;
    private boolean mine;
    private int page = 1;
    private @Nullable String newUnit;
    private @Nullable String newPeriod;
    private @Nullable String newTemplate;
    private List<Plan> all = List.of();
    private Map<Long, List<PlanAction>> actions = Map.of();
    private Map<String, OrgUnit> names = Map.of();

    @PostConstruct
    void open() {
        all = plans.list();
        actions = plans.actions(all);
        names = units.list().stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
    }

    /** One plan in the list. */
    public record Row(
            long id,
            String unit,
            String period,
            int revision,
            String state,
            String kind,
            long scored,
            String last,
            String next) {}

    public List<Row> getWaiting() {
        return all.stream()
                .filter(p -> actions(p).stream().anyMatch(DECISIONS::contains))
                .map(this::row)
                .toList();
    }

    public List<Row> getRows() {
        return found().stream()
                .sorted(order())
                .skip((long) (page - 1) * PAGE)
                .limit(PAGE)
                .map(this::row)
                .toList();
    }

    private List<Plan> found() {
        return all.stream()
                .filter(p -> isAny(unit) || p.unit().equals(unit))
                .filter(p -> isAny(state) || p.state().name().equals(state))
                .filter(p -> isAny(period) || p.period().code().equals(period))
                .filter(p -> !mine || isMine(p))
                .toList();
    }

    private static boolean isAny(@Nullable String wanted) {
        return wanted == null || wanted.isBlank();
    }

    /** Whether the person wrote it, signed it, or may act on it. */
    private boolean isMine(Plan plan) {
        String login = caller.login();
        return plan.editors().contains(login)
                || plan.signatures().stream().anyMatch(s -> s.people().contains(login))
                || actions(plan).stream().anyMatch(DECISIONS::contains);
    }

    public boolean isPaged() {
        return found().size() > PAGE;
    }

    /** The page before; 0 where there is none. */
    public int getBefore() {
        return page - 1;
    }

    /** The page after; 0 where there is none. */
    public int getAfter() {
        return page * PAGE < found().size() ? page + 1 : 0;
    }

    public String getRange() {
        int size = found().size();
        return reader.text(
                "plans.range",
                reader.count(Math.min((page - 1L) * PAGE + 1, size)),
                reader.count(Math.min((long) page * PAGE, size)),
                reader.count(size));
    }

    /** Quarters for which there is a plan, the latest first. */
    public List<String> getPeriods() {
        return all.stream()
                .map(p -> p.period().code())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Comparator<Plan> order() {
        Comparator<Plan> byPeriod = Comparator.comparing(Plan::period).reversed();
        Comparator<Plan> byUnit = Comparator.comparing(p -> name(p.unit()));
        return switch (sort == null ? "" : sort) {
            case "unit" -> byUnit.thenComparing(byPeriod);
            case "state" -> Comparator.comparing(Plan::state).thenComparing(byPeriod);
            default -> byPeriod.thenComparing(byUnit);
        };
    }

    private Row row(Plan plan) {
        String last = plan.signatures().isEmpty()
                ? ""
                : reader.text(
                        "signed."
                                + plan.signatures()
                                        .get(plan.signatures().size() - 1)
                                        .meaning(),
                        plan.signatures().get(plan.signatures().size() - 1).signer(),
                        reader.shortInstant(plan.signatures()
                                .get(plan.signatures().size() - 1)
                                .signedAt()));
        return new Row(
                plan.id(),
                name(plan.unit()),
                plan.period().code(),
                plan.revision(),
                stateName(plan.state()),
                PlanText.kind(plan.state()),
                plan.items().stream().filter(i -> i.usage() == Usage.EVAL).count(),
                last,
                actions(plan).stream()
                        .filter(DECISIONS::contains)
                        .map(a -> reader.text("action." + a.name()))
                        .collect(Collectors.joining(", ")));
    }

    private List<PlanAction> actions(Plan plan) {
        return actions.getOrDefault(plan.id(), List.of());
    }

    private String name(String code) {
        OrgUnit known = names.get(code);
        return known == null ? code : known.name().in(reader.getLocale());
    }

    private String stateName(PlanState of) {
        return Messages.text(reader.getLocale(), "plan.state." + of.name());
    }

    public boolean isNothing() {
        return all.isEmpty();
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of(
                reader.text("plan.unit"),
                reader.text("plan.quarter"),
                reader.text("plan.state"),
                reader.text("plan.last"));
    }

    public String getTitle() {
        int waiting = getWaiting().size();
        return all.isEmpty()
                ? reader.text("plans.none")
                : reader.text(waiting == 0 ? "plans.title.none" : "plans.title", reader.count(waiting));
    }

    public int getCount() {
        return all.size();
    }

    /** Something to choose: its value in the address and its name. */
    public record Choice(String value, String name) {}

    public List<Choice> getUnits() {
        return names.values().stream()
                .map(u -> new Choice(u.code(), name(u.code())))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    public List<Choice> getStates() {
        return Arrays.stream(PlanState.values())
                .map(s -> new Choice(s.name(), stateName(s)))
                .toList();
    }

    /** Departments for which the person may write a plan. */
    public List<Choice> getWritable() {
        return caller.plannedUnits().stream().map(u -> new Choice(u, name(u))).toList();
    }

    /** The quarters for which a plan may be begun: the one that ended last, to write it late, the running one, the next four. */
    public List<String> getQuarters() {
        return IntStream.rangeClosed(-1, 4)
                .mapToObj(i -> running().plus(i).code())
                .toList();
    }

    private Period running() {
        return reader.calendar().planQuarter(LocalDate.ofInstant(clock.instant(), reader.getZone()));
    }

    /** Role templates by name. */
    public List<Choice> getTemplates() {
        return RoleTemplate.shipped().stream()
                .map(t -> new Choice(t.code(), t.name().in(reader.getLocale())))
                .toList();
    }

    /** Begins a draft with the items of the chosen template, targets from the last four quarters, and opens it. */
    public String beginFromTemplate() {
        Plan plan = proposals.begin(new PlanProposals.Order(
                String.valueOf(newUnit),
                Period.parse(String.valueOf(newPeriod)),
                null,
                RoleTemplate.of(String.valueOf(newTemplate)),
                reader.getLocale()));
        return "/plan?faces-redirect=true&id=" + plan.id();
    }

    public @Nullable String getNewTemplate() {
        return newTemplate;
    }

    public void setNewTemplate(String newTemplate) {
        this.newTemplate = newTemplate;
    }

    /** Begins an empty draft and opens it. */
    public String begin() {
        Plan plan = plans.create(
                String.valueOf(newUnit), reader.calendar().parse(String.valueOf(newPeriod)), PlanContent.EMPTY);
        return "/plan?faces-redirect=true&id=" + plan.id();
    }

    public @Nullable String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public boolean isMine() {
        return mine;
    }

    public void setMine(boolean mine) {
        this.mine = mine;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public @Nullable String getNewUnit() {
        return newUnit;
    }

    public void setNewUnit(String newUnit) {
        this.newUnit = newUnit;
    }

    /** The running quarter unless another is chosen. */
    public String getNewPeriod() {
        return newPeriod == null ? running().code() : newPeriod;
    }

    public void setNewPeriod(String newPeriod) {
        this.newPeriod = newPeriod;
    }
}
