package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;

/** Rules of the lint that hold a target against the past, or against the goal behind it (domain specification §4.7). */
final class HistoryRules {
    private static final int HISTORY_MIN = 6;
    private static final BigDecimal BEYOND_BEST_MAX = new BigDecimal("0.25");
    private static final BigDecimal SPREADS_MAX = BigDecimal.valueOf(3);

    private HistoryRules() {}

    /** A scored item with a target, its definition and its past. */
    private record Case(PlanItem item, Indicator indicator, BigDecimal target, History history) {
        /** How far the target lies beyond a value, in the direction that is hard; negative where it is easier. */
        BigDecimal beyond(BigDecimal value) {
            return item.direction() == Direction.UP ? target.subtract(value) : value.subtract(target);
        }

        BigDecimal best() {
            return history.best(item.direction()).orElseThrow();
        }
    }

    private static Optional<Case> of(LintSubject plan, PlanItem item) {
        BigDecimal target = item.marks().values().get("target");
        if (!LintSubject.isScored(item) || target == null || item.direction() == Direction.BAND) {
            return Optional.empty();
        }
        return plan.indicator(item).flatMap(i -> plan.past(item).map(p -> new Case(item, i, target, p.history())));
    }

    /** L17: the target is not far beyond what was ever reached, nor far outside the usual spread. */
    static Optional<Finding> ambitious(LintSubject plan, PlanItem item) {
        return of(plan, item)
                .filter(c -> c.history.values().size() >= HISTORY_MIN)
                .filter(c -> isBeyondBest(c) || isBeyondSpread(c))
                .map(c -> tooAmbitious(plan, c));
    }

    /** By how much it beats the best; where it does not, or the best is nothing, how far it is from the usual. */
    private static Finding tooAmbitious(LintSubject plan, Case c) {
        BigDecimal best = c.best();
        BigDecimal beyond = c.beyond(best);
        Amounts print = Amounts.of(c.indicator, c.target);
        int quarters = c.history.values().size();
        if (beyond.signum() > 0 && best.signum() != 0) {
            return plan.about(
                    c.item,
                    "target",
                    Severity.WARN,
                    c.item.direction() == Direction.UP ? "L17" : "L17.down",
                    print.text(c.target),
                    print.text(best),
                    Amounts.points(Decimals.divide(beyond, best.abs())),
                    quarters);
        }
        return plan.about(
                c.item,
                "target",
                Severity.WARN,
                "L17.spread",
                print.text(c.target),
                print.text(c.history.median().orElseThrow()),
                print.text(c.history.spread().orElseThrow()),
                quarters);
    }

    private static boolean isBeyondBest(Case c) {
        BigDecimal best = c.best();
        return c.beyond(best).compareTo(best.abs().multiply(BEYOND_BEST_MAX)) > 0;
    }

    /** Of a history that was mostly the same value the spread says nothing. */
    private static boolean isBeyondSpread(Case c) {
        BigDecimal spread = c.history.spread().orElseThrow();
        BigDecimal distance = c.beyond(c.history.median().orElseThrow());
        return spread.signum() > 0 && distance.compareTo(spread.multiply(SPREADS_MAX)) > 0;
    }

    /** L18: the target is no easier than the recent average, as far as readers see. */
    static Optional<Finding> sandbagged(LintSubject plan, PlanItem item) {
        return of(plan, item).flatMap(c -> {
            Amounts print = Amounts.of(c.indicator, c.target);
            return c.history
                    .recentMean()
                    .filter(mean -> c.beyond(print.rounded(mean)).signum() < 0)
                    .map(mean -> plan.about(
                            item,
                            "target",
                            Severity.WARN,
                            "L18",
                            print.text(c.target),
                            average(print.text(mean), c.history.recent().size())));
        });
    }

    /** {@code 950}; in Russian with the number of its quarters, {@code 4 периода (950)}. */
    private static LocalizedText average(LocalizedText mean, int quarters) {
        LocalizedText periods = LintSubject.counted(quarters, "periods");
        return new LocalizedText(mean.en(), periods.ru() + " (" + mean.ru() + ")");
    }

    /** L19: the target covers its goal as many times as it must. */
    static Optional<Finding> coverage(LintSubject plan, PlanItem item) {
        BigDecimal target = item.marks().values().get("target");
        Optional<BigDecimal> goal = item.goalValue();
        Optional<BigDecimal> factor = item.coverageFactor();
        if (target == null || goal.isEmpty() || factor.isEmpty()) {
            return Optional.empty();
        }
        boolean covers = target.compareTo(goal.get().multiply(factor.get())) >= 0;
        return plan.indicator(item)
                .filter(i -> !covers)
                .map(i -> Amounts.of(i, target, goal.get()))
                .map(print -> plan.about(
                        item,
                        "target",
                        Severity.WARN,
                        "L19",
                        print.text(target),
                        print.text(goal.get()),
                        Amounts.plain(factor.get())));
    }
}
