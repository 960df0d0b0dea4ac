package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.scorecard.Scorecards;

/** The departments of the person in one table, and what waits for a decision: {@code /overview?period=}. */
@Named("overview")
@RequestScoped
public class OverviewPage {
    private static final int DECISIONS_MAX = 3;
    private static final Set<PlanAction> DECISIONS =
            Set.of(PlanAction.SUBMIT, PlanAction.CHECK, PlanAction.RETURN, PlanAction.APPROVE);

    @Inject
    Reader reader;

    @Inject
    Clock clock;

    @EJB
    Units units;

    @EJB
    Scorecards scorecards;

    @EJB
    Plans plans;

    @EJB
    Caller caller;

    private @Nullable String period;
    private List<Row> rows = List.of();
    private List<Decision> decisions = List.of();

    /** A department with its scorecard. */
    public record Row(String code, String name, ScorecardView card, BigDecimal lost) {}

    /** Something that somebody must decide: the fact, the evidence, the department, and where to do it. */
    public record Decision(String fact, String evidence, String unit, String since, String address, String verb) {}

    /** Reads the scorecards of all units whose figures the person may see. */
    public void open() {
        Set<String> readable = caller.readableUnits();
        if (readable.isEmpty()) {
            return;
        }
        rows = units.list().stream()
                .filter(u -> readable.contains(u.code()))
                .sorted(Comparator.comparing((OrgUnit u) -> u.parent().isPresent())
                        .thenComparing(u -> u.name().in(reader.getLocale())))
                .map(this::row)
                .toList();
        List<Plan> waiting = plans.waitingForMe();
        Map<Long, List<PlanAction>> actions = plans.actions(waiting);
        decisions = waiting.stream()
                .filter(p -> actions.get(p.id()).stream().anyMatch(DECISIONS::contains))
                .map(p -> decision(p, actions.get(p.id())))
                .toList();
    }

    private Row row(OrgUnit unit) {
        Scorecard card = scorecards.of(unit.code(), getSteps().period(), Optional.empty());
        return new Row(
                unit.code(), unit.name().in(reader.getLocale()), new ScorecardView(card, reader), card.pointsLost());
    }

    private Decision decision(Plan plan, List<PlanAction> actions) {
        String last = plan.signatures().isEmpty()
                ? ""
                : reader.shortInstant(
                        plan.signatures().get(plan.signatures().size() - 1).signedAt());
        PlanAction action = actions.stream()
                .filter(DECISIONS::contains)
                .filter(a -> a != PlanAction.RETURN)
                .findFirst()
                .orElse(PlanAction.RETURN);
        String unit = unitName(plan.unit());
        return new Decision(
                reader.text("decision." + action.name(), unit, plan.period().code()),
                reader.text("decision.evidence", reader.count(plan.items().size()), String.valueOf(plan.revision())),
                unit,
                last,
                "plan?id=" + plan.id(),
                reader.text("decision.open"));
    }

    private String unitName(String code) {
        return rows.stream()
                .filter(r -> r.code().equals(code))
                .map(Row::name)
                .findFirst()
                .orElse(code);
    }

    /** The sentence of the page: who lost most, or that nobody is scored yet. */
    public String getHeadline() {
        return rows.stream()
                .filter(r -> r.lost().signum() > 0)
                .max(Comparator.comparing(Row::lost))
                .map(r ->
                        reader.text("overview.worst", r.name(), reader.numbers().points(r.lost())))
                .orElseGet(() -> reader.text(isScored() ? "overview.no-loss" : "overview.none"));
    }

    private boolean isScored() {
        return rows.stream().anyMatch(r -> r.card().getScorePoints().isPresent());
    }

    public List<Row> getRows() {
        return rows;
    }

    /** At most three; the rest is in the plans. */
    public List<Decision> getDecisions() {
        return decisions.stream().limit(DECISIONS_MAX).toList();
    }

    public int getWaiting() {
        return decisions.size();
    }

    public PeriodSteps getSteps() {
        return new PeriodSteps(
                period == null
                        ? reader.calendar().planQuarter(LocalDate.ofInstant(clock.instant(), reader.getZone()))
                        : reader.calendar().parse(period));
    }

    public String getPeriodLine() {
        return rows.isEmpty() ? getSteps().getCode() : rows.get(0).card().getPeriodLine();
    }

    public @Nullable String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }
}
