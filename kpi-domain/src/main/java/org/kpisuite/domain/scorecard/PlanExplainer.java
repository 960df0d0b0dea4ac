package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;

/** Takes the planned side of a line apart: target, phasing, achievement, gate and points. */
final class PlanExplainer {
    private static final int SCALE = 4;
    private static final Completeness FULL = new Completeness(1, 1);

    private final PhasedMarks phased;
    private final PlanItem item;
    private final ScorecardItem made;
    private final Cell scored;
    private final Optional<BigDecimal> opening;

    /**
     * Of a line that was made.
     *
     * @param scored the actual in the currency of the plan
     * @param opening where a stock began, in the currency of the line; empty for all else
     */
    PlanExplainer(PhasedMarks phased, ScorecardItem made, Cell scored, Optional<BigDecimal> opening) {
        this.phased = phased;
        this.item = phased.item();
        this.made = made;
        this.scored = scored;
        this.opening = opening;
    }

    /**
     * The steps.
     *
     * @param ofGate what the gate was decided by
     */
    List<Step> steps(List<Step> ofGate) {
        List<Step> steps = new ArrayList<>();
        made.plan().usable().ifPresent(plan -> {
            steps.add(step(Kind.TARGET, "", marks(), plan));
            made.planToDate().usable().ifPresent(p -> steps.add(toDate(plan, p)));
        });
        Optional<BigDecimal> ungated =
                made.beside().gate().map(g -> Optional.ofNullable(g.ungated())).orElse(made.scored());
        ungated.ifPresent(a -> steps.add(step(Kind.ACHIEVEMENT, item.direction().name(), scale(), a)));
        made.beside().gate().ifPresent(gate -> steps.add(gate(gate, ofGate)));
        made.scored()
                .ifPresent(a -> steps.add(step(
                        Kind.POINTS,
                        "",
                        text(item.weight()) + " × " + text(a) + " / 100",
                        item.weight().multiply(a).movePointLeft(2))));
        return steps;
    }

    private Step step(Kind kind, String subject, String working, @Nullable BigDecimal value) {
        return step(kind, subject, working, value, List.of());
    }

    private Step step(Kind kind, String subject, String working, @Nullable BigDecimal value, List<Step> inputs) {
        return new Step(
                kind, subject, null, working, null, value, phased.period().days(), FULL, null, List.of(), inputs);
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

    /** {@code 1200 × 37 / 66}, or of a stock {@code 20000 + (26000 − 20000) × 52 / 92}; with the share and the opening. */
    private Step toDate(BigDecimal plan, BigDecimal toDate) {
        Optional<Rational> share = phased.share();
        if (share.isEmpty()) {
            return step(Kind.PLAN_TO_DATE, "", text(plan), toDate);
        }
        String working = opening.map(o -> text(o) + " + (" + text(plan) + " − " + text(o) + ")")
                        .orElse(text(plan))
                + " × " + text(share.get());
        List<Step> inputs = new ArrayList<>();
        opening.ifPresent(o -> inputs.add(step(Kind.OPENING, "", "", o)));
        inputs.add(step(
                Kind.PHASING,
                phased.phasing().name(),
                text(share.get()),
                share.get().value()));
        return step(Kind.PLAN_TO_DATE, "", working, toDate, inputs);
    }

    private static String text(Rational share) {
        String part = text(share.numerator());
        return share.denominator().compareTo(BigDecimal.ONE) == 0 ? part : part + " / " + text(share.denominator());
    }

    /** The numbers in the formula of domain specification §5.1, and the arithmetic of the part where the actual lies. */
    private String scale() {
        ScorecardItem.Anchors marks = made.anchors();
        BigDecimal x = scored.raw().orElse(null);
        AchievementScale scale = marks.scale(item.direction()).orElse(null);
        if (x == null || scale == null) {
            return "";
        }
        String anchors = item.direction() == Direction.BAND
                ? "lo = " + text(marks.low()) + ", hi = " + text(marks.high()) + ", loF = " + text(marks.lowFloor())
                        + ", hiF = " + text(marks.highFloor())
                : "F = " + text(scale.effectiveFloor()) + ", T = " + text(marks.target()) + ", S = "
                        + text(marks.stretch());
        String arithmetic = scale.way(x)
                .map(w -> ": " + w.text(PlanExplainer::text, PlanExplainer::text))
                .orElse("");
        return "x = " + text(x) + ", " + anchors + ", aF = " + text(marks.floorScore()) + ", cap = " + text(marks.cap())
                + arithmetic;
    }

    private Step gate(GateResult result, List<Step> inputs) {
        String quotient = result.quotient().map(q -> text(q.value()) + " ≥ ").orElse("");
        String working = quotient + text(result.gate().threshold()) + ", "
                + result.gate().mode();
        return step(Kind.GATE, result.state().name(), result.gate() + ": " + working, result.achievement(), inputs);
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null
                ? "–"
                : value.scale() > SCALE ? Decimals.plain(Decimals.round(value, SCALE)) : Decimals.plain(value);
    }
}
