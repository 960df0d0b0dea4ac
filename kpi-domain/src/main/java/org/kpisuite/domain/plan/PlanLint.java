package org.kpisuite.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;

/**
 * The rules that a plan is held to: an error blocks submitting, a warning needs an answer, the rest is shown. Source:
 * domain specification §4.7.
 */
public final class PlanLint {
    /** Looks at one item. */
    private interface ItemRule {
        Optional<Finding> check(LintSubject plan, PlanItem item);
    }

    /** Looks at the plan as a whole. */
    private interface WholeRule {
        Optional<Finding> check(LintSubject plan);
    }

    /** In the order of their codes. */
    private static final List<ItemRule> OF_ITEMS = List.of(
            ItemRules::specific,
            ItemRules::countable,
            FeedRules::measured,
            FeedRules::gaps,
            ItemRules::term,
            ItemRules::goal,
            ItemRules::control,
            ItemRules::activity,
            ItemRules::explains,
            ItemRules::quality,
            FeedRules::cadence,
            ItemRules::weightless,
            ItemRules::weight,
            ScaleRules::order,
            HistoryRules::ambitious,
            HistoryRules::sandbagged,
            HistoryRules::coverage,
            FeedRules::lag,
            FeedRules::gateBase,
            ScaleRules::ceiling);

    private static final List<WholeRule> OF_PLANS = List.of(
            WholeRules::tooMany,
            WholeRules::tooFew,
            WholeRules::leadAndLag,
            WholeRules::weights,
            WholeRules::consulted,
            WholeRules::stage);

    private PlanLint() {}

    /** What the plan shows beside the catalogue, without its past. */
    public static List<Finding> of(Plan plan, Catalogue catalogue) {
        return of(plan.written(), plan.period(), catalogue, LintEvidence.NONE);
    }

    /** All findings: item by item in the order of the plan, then those about the whole. */
    public static List<Finding> of(PlanContent content, Period quarter, Catalogue catalogue, LintEvidence evidence) {
        LintSubject plan = new LintSubject(content, quarter, catalogue, evidence);
        List<Finding> findings = new ArrayList<>();
        List<Finding> twins = TwinRule.check(plan);
        for (PlanItem item : plan.items()) {
            OF_ITEMS.forEach(rule -> rule.check(plan, item).ifPresent(findings::add));
            twins.stream().filter(t -> item.key().equals(t.item())).forEach(findings::add);
        }
        OF_PLANS.forEach(rule -> rule.check(plan).ifPresent(findings::add));
        return List.copyOf(findings);
    }

    /** Keys of what a plan scores. */
    static Set<String> scoredKeys(List<PlanItem> items) {
        return items.stream().filter(LintSubject::isScored).map(PlanItem::key).collect(Collectors.toSet());
    }
}
