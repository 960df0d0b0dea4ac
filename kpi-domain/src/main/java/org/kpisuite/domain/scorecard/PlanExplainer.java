package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;

/** Takes the planned side of a line apart: target, phasing, achievement, gate and points. */
final class PlanExplainer {
    private static final int SCALE = 4;
    private static final Completeness FULL = new Completeness(1, 1);

    private final PlanItem item;
    private final ScorecardItem made;
    private final Cell scored;
    private final DayRange covered;
    private final Period period;

    /**
     * Of a line that was made.
     *
     * @param scored the actual in the currency of the plan
     */
    PlanExplainer(PlanItem item, ScorecardItem made, Cell scored, DayRange covered, Period period) {
        this.item = item;
        this.made = made;
        this.scored = scored;
        this.covered = covered;
        this.period = period;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        made.plan().usable().ifPresent(plan -> {
            steps.add(step(Kind.TARGET, "", marks(), plan));
            made.planToDate().usable().ifPresent(p -> steps.add(step(Kind.PLAN_TO_DATE, "", phasing(plan, p), p)));
        });
        Optional<BigDecimal> ungated =
                made.beside().gate().map(g -> Optional.ofNullable(g.ungated())).orElse(made.scored());
        ungated.ifPresent(a -> steps.add(step(Kind.ACHIEVEMENT, item.direction().name(), scale(), a)));
        made.beside().gate().ifPresent(gate -> steps.add(gate(gate)));
        made.scored()
                .ifPresent(a -> steps.add(step(
                        Kind.POINTS,
                        "",
                        text(item.weight()) + " × " + text(a) + " / 100",
                        item.weight().multiply(a).movePointLeft(2))));
        return steps;
    }

    private Step step(Kind kind, String subject, String working, @Nullable BigDecimal value) {
        return new Step(kind, subject, null, working, null, value, period.days(), FULL, null, List.of(), List.of());
    }

    /** All marks that the plan sets, by name. */
    private String marks() {
        List<String> set = new ArrayList<>();
        item.marks().values().forEach((name, mark) -> {
            if (mark != null) {
                set.add(name + " " + text(mark));
            }
        });
        return String.join(", ", set);
    }

    private String phasing(BigDecimal plan, BigDecimal toDate) {
        if (plan.compareTo(toDate) == 0) {
            return text(plan);
        }
        return item.phasing() + ": " + covered.days() + " / " + period.days().days() + ", " + text(plan) + " → "
                + text(toDate);
    }

    /** The numbers in the formula of domain specification §5.1. */
    private String scale() {
        ScorecardItem.Anchors marks = made.anchors();
        BigDecimal x = scored.raw().orElse(null);
        if (x == null) {
            return "";
        }
        if (marks.target() == null) {
            return text(x) + " ∈ [" + text(marks.low()) + "; " + text(marks.high()) + "]";
        }
        return "x = " + text(x) + ", F = " + text(marks.floor()) + ", T = " + text(marks.target()) + ", S = "
                + text(marks.stretch()) + ", cap = " + text(marks.cap());
    }

    private Step gate(GateResult result) {
        String quotient = result.quotient().map(q -> text(q.value()) + " ≥ ").orElse("");
        String working = quotient + text(result.gate().threshold()) + ", "
                + result.gate().mode();
        return step(Kind.GATE, result.state().name(), result.gate() + ": " + working, result.achievement());
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null
                ? "–"
                : value.scale() > SCALE ? Decimals.plain(Decimals.round(value, SCALE)) : Decimals.plain(value);
    }
}
