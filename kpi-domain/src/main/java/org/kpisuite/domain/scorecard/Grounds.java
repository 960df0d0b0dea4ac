package org.kpisuite.domain.scorecard;

import java.util.Map;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;

/**
 * All that a scorecard rests on, as it was known at its instant.
 *
 * @param tree of the organisation on the last day that counts, for names and currencies
 * @param facts of the unit and all below it, as {@link FactNeeds} asked for
 * @param plans in force for the unit, by period
 * @param workingDays by which targets are phased and periods compared
 */
public record Grounds(
        Definitions definitions,
        OrgTree tree,
        Facts facts,
        Map<Period, Plan> plans,
        ExchangeRates rates,
        WorkingDays workingDays,
        ScoreRules rules) {
    public Grounds {
        plans = Map.copyOf(plans);
    }

    /** Definitions that never changed, no foreign currencies, weeks of five days, the usual rules. */
    public static Grounds of(Catalogue catalogue, OrgTree tree, Facts facts, Map<Period, Plan> plans) {
        return new Grounds(
                Definitions.always(catalogue),
                tree,
                facts,
                plans,
                ExchangeRates.NONE,
                WorkingDays.MONDAY_TO_FRIDAY,
                ScoreRules.DEFAULT);
    }
}
