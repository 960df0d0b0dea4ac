package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;

/** Rules of the lint that look at a plan as a whole (domain specification §4.7). */
final class WholeRules {
    private static final int SCORED_FEW = 3;
    private static final int SCORED_MANY = 5;
    private static final int SCORED_MAX = 7;
    private static final int CONSULTED_MIN = 2;

    private WholeRules() {}

    /** L09: not so many that focus is lost. */
    static Optional<Finding> tooMany(LintSubject plan) {
        int count = plan.scored().size();
        Severity severity = count > SCORED_MAX ? Severity.ERROR : Severity.WARN;
        return ItemRules.when(count > SCORED_MANY, () -> LintSubject.whole("items", severity, "L09", count));
    }

    /** L10: not so few that the picture is incomplete. */
    static Optional<Finding> tooFew(LintSubject plan) {
        int count = plan.scored().size();
        Severity severity = count == 0 ? Severity.ERROR : Severity.WARN;
        return ItemRules.when(
                count < SCORED_FEW,
                () -> LintSubject.whole("items", severity, "L10", LintSubject.counted(count, "kpis")));
    }

    /** L12: something that runs ahead, and something that comes of it. */
    static Optional<Finding> leadAndLag(LintSubject plan) {
        Set<Nature> natures = plan.scored().stream()
                .flatMap(i -> plan.indicator(i).stream())
                .map(Indicator::nature)
                .collect(Collectors.toSet());
        boolean oneSided = natures.size() < Nature.values().length;
        return ItemRules.when(
                !plan.scored().isEmpty() && oneSided, () -> LintSubject.whole("items", Severity.ERROR, "L12"));
    }

    /** L14: what is scored weighs 100 together, exactly. */
    static Optional<Finding> weights(LintSubject plan) {
        BigDecimal sum = plan.scored().stream().map(PlanItem::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean wrong = !plan.scored().isEmpty() && sum.compareTo(Decimals.HUNDRED) != 0;
        return ItemRules.when(wrong, () -> LintSubject.whole("weight", Severity.ERROR, "L14", Amounts.plain(sum)));
    }

    /** L20: at least two members of the team were asked. */
    static Optional<Finding> consulted(LintSubject plan) {
        long asked = plan.content().consultations().stream()
                .flatMap(c -> c.members().stream())
                .distinct()
                .count();
        return ItemRules.when(asked < CONSULTED_MIN, () -> LintSubject.whole("consultations", Severity.WARN, "L20"));
    }

    /** L21: another stage of the business asks for another look at what is scored. */
    static Optional<Finding> stage(LintSubject plan) {
        return plan.evidence()
                .before()
                .filter(b -> b.businessStage() != null && b.scored().equals(PlanLint.scoredKeys(plan.items())))
                .flatMap(b ->
                        stages(plan).filter(s -> !s.equals(b.businessStage())).findFirst())
                .map(stage -> LintSubject.whole("businessStage", Severity.INFO, "L21", stage));
    }

    /** The stage that the plan names, and that of its unit. */
    private static Stream<String> stages(LintSubject plan) {
        return Stream.of(
                        Optional.ofNullable(plan.content().businessStage()),
                        plan.evidence().stage())
                .flatMap(Optional::stream);
    }
}
