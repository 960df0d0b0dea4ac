package org.kpisuite.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.SamplePlan;

/** Which base measures a plan cannot do without. */
class PlanNeedsTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private static List<String> needs(PlanItem... items) {
        return PlanNeeds.of(SamplePlan.draft(QUARTER, items), CATALOGUE).stream()
                .map(n -> n.measure() + "[" + n.dims() + "] for " + n.item() + " from " + n.source()
                        + (n.maturityDays() == 0 ? "" : " after " + n.maturityDays()))
                .toList();
    }

    @Test
    void formulasComeDownToMeasures_eachOnce() {
        assertThat(needs(SamplePlan.item("LTV_CAC", "50", "target=3"), SamplePlan.item("CAC", "50", "target=100")))
                .containsExactly(
                        "COHORT_GP[] for LTV_CAC from CRM",
                        "COHORT_CUST[] for LTV_CAC from CRM",
                        "MKT_COST[] for LTV_CAC from CRM",
                        "SALES_COST[] for LTV_CAC from CRM",
                        "NEW_CUSTOMERS[] for LTV_CAC from CRM");
    }

    @Test
    void dimensionsOfTheItem_narrowEveryMeasure() {
        assertThat(needs(SamplePlan.item("LEAD_QUALITY", Map.of("channel", "social"), "30", "target=0.2")))
                .containsExactly(
                        "DEALS_WON_COHORT[channel=social] for LEAD_QUALITY[channel=social] from CRM",
                        "LEADS[channel=social] for LEAD_QUALITY[channel=social] from CRM");
    }

    @Test
    void gate_needsItsCohortAndTheMaturePartOfIt() {
        GateTerms terms =
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.ZERO, null, 14, null);
        PlanItem gated = SamplePlan.item("LEADS", "40", "target=1200").with(Gate.of(terms, CATALOGUE));
        assertThat(needs(gated))
                .containsExactly(
                        "LEADS[] for LEADS from CRM",
                        "DEALS_WON_COHORT[] for LEADS from CRM",
                        "DEALS_WON_MATURE[] for LEADS from CRM after 14",
                        "LEADS_MATURE[] for LEADS from CRM after 14");
    }
}
