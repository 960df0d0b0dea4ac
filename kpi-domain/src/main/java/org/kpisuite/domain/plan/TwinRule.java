package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.RankCorrelation;

/** L22: no two scored items measure nearly the same (domain specification §4.7). */
final class TwinRule {
    private static final int CHANGES_MIN = 12;
    private static final BigDecimal ALIKE = new BigDecimal("0.95");

    private TwinRule() {}

    /** One finding for each pair, about the later of the two. */
    static List<Finding> check(LintSubject plan) {
        List<PlanItem> scored = plan.scored();
        List<Finding> findings = new ArrayList<>();
        for (int later = 1; later < scored.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                PlanItem a = scored.get(earlier);
                PlanItem b = scored.get(later);
                if (haveOneShape(plan, a, b) || moveAlike(plan, a, b)) {
                    findings.add(new Finding(
                            "L22",
                            Severity.WARN,
                            b.key(),
                            "indicator",
                            LintSubject.sentence("L22", plan.name(a), plan.name(b))));
                }
            }
        }
        return findings;
    }

    private static boolean haveOneShape(LintSubject plan, PlanItem a, PlanItem b) {
        Optional<FormulaShape> shape = shape(plan, a);
        return shape.isPresent() && shape(plan, b).filter(shape.get()::isTwinOf).isPresent();
    }

    private static Optional<FormulaShape> shape(LintSubject plan, PlanItem item) {
        return item.definition(plan.catalogue()).map(i -> FormulaShape.of(i, item.dimensions(), plan.catalogue()));
    }

    /** By the changes from month to month of which both are known. */
    private static boolean moveAlike(LintSubject plan, PlanItem a, PlanItem b) {
        List<@Nullable BigDecimal> ofA = months(plan, a);
        List<@Nullable BigDecimal> ofB = months(plan, b);
        List<BigDecimal> changesOfA = new ArrayList<>();
        List<BigDecimal> changesOfB = new ArrayList<>();
        for (int i = 1; i < Math.min(ofA.size(), ofB.size()); i++) {
            Optional<BigDecimal> changeOfA = change(ofA.get(i - 1), ofA.get(i));
            Optional<BigDecimal> changeOfB = change(ofB.get(i - 1), ofB.get(i));
            if (changeOfA.isPresent() && changeOfB.isPresent()) {
                changesOfA.add(changeOfA.get());
                changesOfB.add(changeOfB.get());
            }
        }
        return changesOfA.size() >= CHANGES_MIN
                && RankCorrelation.of(changesOfA, changesOfB)
                        .filter(r -> r.abs().compareTo(ALIKE) > 0)
                        .isPresent();
    }

    private static List<@Nullable BigDecimal> months(LintSubject plan, PlanItem item) {
        return plan.past(item).map(LintEvidence.Past::months).orElse(List.of());
    }

    private static Optional<BigDecimal> change(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return from == null || to == null ? Optional.empty() : Optional.of(to.subtract(from));
    }
}
