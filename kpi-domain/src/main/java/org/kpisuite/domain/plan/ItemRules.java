package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.LocalizedText;

/** Rules of the lint that look at one item and the catalogue (domain specification §4.7). */
final class ItemRules {
    private static final BigDecimal WEIGHT_MIN = BigDecimal.TEN;
    private static final BigDecimal WEIGHT_MAX = BigDecimal.valueOf(50);

    private ItemRules() {}

    /** L01: it has a name, a definition and a formula that can be worked out. */
    static Optional<Finding> specific(LintSubject plan, PlanItem item) {
        boolean defined = item.definition(plan.catalogue())
                .filter(i -> isWhole(i.name()) && isWhole(i.definition()))
                .isPresent();
        return when(!defined, () -> plan.about(item, "indicator", Severity.ERROR, "L01"));
    }

    private static boolean isWhole(LocalizedText text) {
        return !text.en().isEmpty() && !text.ru().isEmpty();
    }

    /** L02: its goal can be counted. */
    static Optional<Finding> countable(LintSubject plan, PlanItem item) {
        String goal = item.texts().get("goalLink");
        return when(
                goal != null && VagueGoal.is(goal),
                () -> plan.about(item, "goalLink", Severity.WARN, "L02", String.valueOf(goal)));
    }

    /** L04: something says what is wanted; the term is the quarter of the plan. */
    static Optional<Finding> term(LintSubject plan, PlanItem item) {
        boolean aimless = LintSubject.isScored(item) && !item.marks().hasAim(item.direction());
        return when(aimless, () -> plan.about(item, "target", Severity.ERROR, "L04"));
    }

    /** L05: it serves a goal of the business. */
    static Optional<Finding> goal(LintSubject plan, PlanItem item) {
        boolean without = LintSubject.isScored(item) && isBlank(item.texts().get("goalLink"));
        return when(without, () -> plan.about(item, "goalLink", Severity.ERROR, "L05"));
    }

    /** L06: the department controls it. */
    static Optional<Finding> control(LintSubject plan, PlanItem item) {
        Controllability control = item.controllability();
        boolean others = control == Controllability.NONE || control == Controllability.SHARED;
        Severity severity = control == Controllability.NONE ? Severity.ERROR : Severity.WARN;
        return when(
                LintSubject.isScored(item) && others,
                () -> plan.about(item, "controllability", severity, "L06", others(item)));
    }

    private static Object others(PlanItem item) {
        String influencers = item.texts().get("influencers");
        return influencers == null || influencers.isBlank() ? LintSubject.sentence("lint.others") : influencers;
    }

    /** L07: it is a result, not an activity. */
    static Optional<Finding> activity(LintSubject plan, PlanItem item) {
        boolean activity = LintSubject.isScored(item)
                && plan.indicator(item).filter(Indicator::activity).isPresent();
        return when(activity, () -> plan.about(item, "usage", Severity.ERROR, "L07"));
    }

    /** L08: a diagnostic names the scored item that it explains. */
    static Optional<Finding> explains(LintSubject plan, PlanItem item) {
        boolean orphan = !LintSubject.isScored(item)
                && plan.named(item.explains()).filter(LintSubject::isScored).isEmpty();
        return when(orphan, () -> plan.about(item, "explains", Severity.WARN, "L08"));
    }

    /** L11: a quantity has a gate, or another item of the plan that stands for its quality. */
    static Optional<Finding> quality(LintSubject plan, PlanItem item) {
        boolean quantity = LintSubject.isScored(item)
                && plan.indicator(item).filter(Indicator::quantity).isPresent();
        boolean paired = plan.named(item.texts().get("qualityPair"))
                .filter(i -> !i.key().equals(item.key()))
                .isPresent();
        return when(
                quantity && !paired && item.gate().isEmpty(),
                () -> plan.about(item, "qualityPair", Severity.ERROR, "L11"));
    }

    /** L14, as to one item: a diagnostic weighs nothing. */
    static Optional<Finding> weightless(LintSubject plan, PlanItem item) {
        boolean weighs = item.usage() == Usage.DIAG && item.weight().signum() != 0;
        return when(
                weighs,
                () -> plan.about(item, "weight", Severity.ERROR, "L14.diagnostic", Amounts.plain(item.weight())));
    }

    /** L15: it weighs neither next to nothing nor more than half. */
    static Optional<Finding> weight(LintSubject plan, PlanItem item) {
        BigDecimal weight = item.weight();
        boolean outside = weight.compareTo(WEIGHT_MIN) < 0 || weight.compareTo(WEIGHT_MAX) > 0;
        return when(
                LintSubject.isScored(item) && outside,
                () -> plan.about(item, "weight", Severity.WARN, "L15", Amounts.plain(weight)));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static Optional<Finding> when(boolean broken, Supplier<Finding> finding) {
        return broken ? Optional.of(finding.get()) : Optional.empty();
    }
}
