package org.kpisuite.domain.scorecard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;

/**
 * All that a scorecard rests on, as it was known at its instant.
 *
 * @param tree of the organisation on the last day that counts, for names and currencies
 * @param facts of the unit and all below it, as {@link FactNeeds} asked for
 * @param plans in force for the unit, by period
 * @param rules that the company has set
 * @param shown ISO 4217 of the currency in which all money is shown; empty for that of each line
 * @param basis by which tree the facts stand together
 * @param children departments below with their scores, where the plan weighs them
 * @param pairs declared pairs of which both sides are known in the unit, up to the last day of the scorecard
 * @param foretold by hand of the scorecard's own period, by key of the line; in the currency of the unit
 */
public record Grounds(
        Definitions definitions,
        OrgTree tree,
        Facts facts,
        Map<Period, Plan> plans,
        ExchangeRates rates,
        CompanyRules rules,
        Optional<String> shown,
        Basis basis,
        List<ChildrenIndex.Child> children,
        List<PairReading> pairs,
        Map<String, ManualForecast.Said> foretold) {
    public Grounds {
        plans = Map.copyOf(plans);
        children = List.copyOf(children);
        pairs = List.copyOf(pairs);
        foretold = Map.copyOf(foretold);
    }

    /** Those of a scorecard whose pairs nobody asked for, and of which nobody foretells anything. */
    public Grounds(
            Definitions definitions,
            OrgTree tree,
            Facts facts,
            Map<Period, Plan> plans,
            ExchangeRates rates,
            CompanyRules rules,
            Optional<String> shown,
            Basis basis,
            List<ChildrenIndex.Child> children) {
        this(definitions, tree, facts, plans, rates, rules, shown, basis, children, List.of(), Map.of());
    }

    /** The same with what is known of pairs. */
    public Grounds with(List<PairReading> known) {
        return new Grounds(definitions, tree, facts, plans, rates, rules, shown, basis, children, known, foretold);
    }

    /** The same with what people foretell. */
    public Grounds foretelling(Map<String, ManualForecast.Said> byHand) {
        return new Grounds(definitions, tree, facts, plans, rates, rules, shown, basis, children, pairs, byHand);
    }

    /** By which tree the figures of units below are taken together, and whether that makes a difference. */
    public enum Basis {
        /** Nothing below the unit moved in all the time shown. */
        UNCHANGED,
        /** Each day by its own tree. */
        AS_REPORTED,
        /** All days by the tree of the last one. */
        RESTATED
    }

    /** Definitions that never changed, no foreign currencies, weeks of five days, the usual rules. */
    public static Grounds of(Catalogue catalogue, OrgTree tree, Facts facts, Map<Period, Plan> plans) {
        return new Grounds(
                Definitions.always(catalogue),
                tree,
                facts,
                plans,
                ExchangeRates.NONE,
                CompanyRules.USUAL,
                Optional.empty(),
                Basis.UNCHANGED,
                List.of());
    }
}
