package org.kpisuite.domain.plan;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.failure.Severity;

/** Rules of the lint about how the numbers of an item come in (domain specification §4.7). */
final class FeedRules {
    /** Without a value in so many last periods it cannot be measured. */
    private static final int SILENT_PERIODS = 4;

    private static final int PRESENT_PERCENT_MIN = 75;
    private static final int WORKING_DAYS_MAX = 10;

    private FeedRules() {}

    /** L03: it has a data source, and values of late. */
    static Optional<Finding> measured(LintSubject plan, PlanItem item) {
        if (!LintSubject.isScored(item)) {
            return Optional.empty();
        }
        if (ItemRules.isBlank(item.texts().get("dataSource"))) {
            return Optional.of(plan.about(item, "dataSource", Severity.ERROR, "L03.source"));
        }
        return delivery(plan, item)
                .filter(FeedRules::isSilent)
                .map(d -> plan.about(
                        item, "dataSource", Severity.ERROR, "L03", LintSubject.counted(SILENT_PERIODS, "periods")));
    }

    private static boolean isSilent(Delivery delivery) {
        return delivery.countOfLast(SILENT_PERIODS) == 0;
    }

    private static Optional<Delivery> delivery(LintSubject plan, PlanItem item) {
        return plan.past(item).map(LintEvidence.Past::delivery);
    }

    /** L03a: few of the last periods are missing. */
    static Optional<Finding> gaps(LintSubject plan, PlanItem item) {
        return delivery(plan, item)
                .filter(d -> LintSubject.isScored(item) && !isSilent(d))
                .filter(d -> d.countOfLast(Delivery.PERIODS) * 100 < (long) PRESENT_PERCENT_MIN * Delivery.PERIODS)
                .map(d -> plan.about(
                        item, "dataSource", Severity.WARN, "L03a", d.countOfLast(Delivery.PERIODS), Delivery.PERIODS));
    }

    /** L13: it comes by the week or finer, or something that runs ahead of it does. */
    static Optional<Finding> cadence(LintSubject plan, PlanItem item) {
        boolean rare = LintSubject.isScored(item)
                && granularity(plan, item)
                        .filter(g -> g.isCoarserThan(Granularity.WEEK))
                        .isPresent();
        return ItemRules.when(rare && !hasProxy(plan, item), () -> plan.about(item, "indicator", Severity.WARN, "L13"));
    }

    private static Optional<Granularity> granularity(LintSubject plan, PlanItem item) {
        return delivery(plan, item).map(Delivery::granularity).or(() -> plan.indicator(item)
                .flatMap(Indicator::granularity));
    }

    private static boolean hasProxy(LintSubject plan, PlanItem item) {
        return plan.items().stream()
                .filter(other -> leads(plan, other, item))
                .flatMap(other -> granularity(plan, other).stream())
                .anyMatch(g -> !g.isCoarserThan(Granularity.WEEK));
    }

    /** A leading item runs ahead of another that it explains, or that the catalogue pairs it with. */
    private static boolean leads(LintSubject plan, PlanItem other, PlanItem item) {
        boolean leading = plan.indicator(other)
                .filter(i -> i.nature() == Nature.LEAD && !other.key().equals(item.key()))
                .isPresent();
        boolean explains = plan.named(other.explains())
                .filter(i -> i.key().equals(item.key()))
                .isPresent();
        boolean paired = plan.catalogue().pairs().stream()
                .anyMatch(p ->
                        p.leading().equals(other.indicator()) && p.lagging().equals(item.indicator()));
        return leading && (explains || paired);
    }

    /** L23: it is final soon after the quarter. */
    static Optional<Finding> lag(LintSubject plan, PlanItem item) {
        Optional<Indicator> indicator = plan.indicator(item).filter(i -> LintSubject.isScored(item));
        int days = indicator.map(i -> daysUntilFinal(plan, item, i)).orElse(0);
        DayRange after = new DayRange(
                plan.quarter().endInclusive().plusDays(1),
                plan.quarter().endInclusive().plusDays(days));
        return ItemRules.when(
                plan.evidence().workingDays().count(after) > WORKING_DAYS_MAX,
                () -> plan.about(item, "indicator", Severity.WARN, "L23", LintSubject.counted(days, "days")));
    }

    private static int daysUntilFinal(LintSubject plan, PlanItem item, Indicator indicator) {
        int source = indicator
                .sourceLagDays()
                .or(() -> source(plan, item.texts().get("dataSource"), indicator))
                .orElse(0);
        return Math.max(source, indicator.maturityDays().orElse(0));
    }

    private static Optional<Integer> source(LintSubject plan, @Nullable String ofItem, Indicator indicator) {
        return Stream.of(Optional.ofNullable(ofItem), indicator.dataSource())
                .flatMap(Optional::stream)
                .flatMap(code -> plan.catalogue().source(code).stream())
                .map(Source::lagDays)
                .findFirst();
    }

    /** L24: what its gate compares is delivered. */
    static Optional<Finding> gateBase(LintSubject plan, PlanItem item) {
        boolean baseless = plan.past(item).stream()
                .flatMap(p -> p.gate().values().stream())
                .anyMatch(FeedRules::isSilent);
        return ItemRules.when(
                item.gate().isPresent() && baseless, () -> plan.about(item, "gate", Severity.ERROR, "L24"));
    }
}
