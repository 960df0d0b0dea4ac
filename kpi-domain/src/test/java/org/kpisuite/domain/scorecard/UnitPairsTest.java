package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;

/** A quotient over units takes of each unit only the days on which it delivered both sides (§2.3, rule 2). */
class UnitPairsTest {
    private final SampleFacts facts = new SampleFacts();

    private static String rounded(Quantity quantity, int scale) {
        return Decimals.round(quantity.cell().raw().orElseThrow(), scale).toPlainString();
    }

    private static Completeness completeness(Quantity quantity) {
        return ((Cell.Measured) quantity.cell()).completeness();
    }

    @Test
    void unitWithoutImpressions_doesNotBringItsClicks() {
        facts.of("SEO", "CLICKS", "2026-10", "30").of("SEO", "IMPRESSIONS", "2026-10", "1000");
        facts.of("ADS", "CLICKS", "2026-10", "200");
        Quantity ctr = facts.quantity("CTR", "2026-10");
        assertThat(rounded(ctr, 4)).isEqualTo("0.0300").isNotEqualTo("0.2300");
        assertThat(ctr.leftOut()).containsExactly("ADS");
        assertThat(ctr.marks()).contains(Mark.UNITS_LEFT_OUT);
        assertThat(completeness(ctr).share()).isEqualByComparingTo("0.5");
    }

    @Test
    void unitWhoseCustomersOfOneMonthAreNotIn_doesNotBringItsCostOfThatMonth() {
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            facts.of("SEO", "MKT_COST", month, "1000").of("SEO", "NEW_CUSTOMERS", month, "10");
            facts.of("ADS", "MKT_COST", month, "3000");
        }
        facts.of("ADS", "NEW_CUSTOMERS", "2026-07", "10").of("ADS", "NEW_CUSTOMERS", "2026-08", "10");
        facts.with(new ExchangeRates(
                "RUB", List.of(new ExchangeRates.Rate("USD", Period.parse("2026"), BigDecimal.ONE, null, null))));
        Quantity cac = facts.quantity("CAC", "2026-Q3");
        assertThat(rounded(cac, 2)).isEqualTo("180.00").isNotEqualTo("240.00");
        assertThat(cac.leftOut()).containsExactly("ADS");
        assertThat(completeness(cac).isFull()).isFalse();
        Quantity september = facts.quantity("CAC", "2026-09");
        assertThat(rounded(september, 2)).isEqualTo("100.00").isNotEqualTo("400.00");
    }

    @Test
    void profitOfAUnit_isNotItsRevenueWhereItsCostsAreNotIn() {
        for (String measure : List.of("REVENUE", "COGS", "OPEX")) {
            facts.of("SEO", measure, "2026-08", "100").of("SEO", measure, "2026-09", "100");
            facts.of("MARKETING", measure, "2026-08", "100");
        }
        facts.of("MARKETING", "REVENUE", "2026-09", "700").of("MARKETING", "OPEX", "2026-09", "50");
        Quantity profit = facts.quantity("PROFIT", "2026-09");
        assertThat(rounded(profit, 0)).isEqualTo("-100").isNotEqualTo("550");
        assertThat(profit.leftOut()).containsExactly("MARKETING");
    }

    @Test
    void costOfOneUnit_andCustomersOfAnother_makeAQuotient_withoutRemark() {
        facts.of("MARKETING", "MKT_COST", "2026-10", "1000").of("SEO", "NEW_CUSTOMERS", "2026-10", "10");
        Quantity cac = facts.quantity("CAC", "2026-10");
        assertThat(rounded(cac, 2)).isEqualTo("100.00");
        assertThat(cac.leftOut()).isEmpty();
        assertThat(cac.marks()).isEmpty();
    }

    @Test
    void unitThatBeganToCountCustomersLater_isLeftOutUntilThen() {
        facts.of("SEO", "MKT_COST", "2026-09", "1000").of("SEO", "NEW_CUSTOMERS", "2026-09", "10");
        facts.of("MARKETING", "MKT_COST", "2026-09", "500");
        facts.of("MARKETING", "MKT_COST", "2026-10", "500").of("MARKETING", "NEW_CUSTOMERS", "2026-10", "10");
        assertThat(rounded(facts.quantity("CAC", "2026-09"), 2))
                .isEqualTo("100.00")
                .isNotEqualTo("150.00");
    }

    @Test
    void daysOnly_areTakenPairByPair_too() {
        facts.days("SEO", "CLICKS", "2026-10-01", "2026-10-10", "1")
                .days("SEO", "IMPRESSIONS", "2026-10-01", "2026-10-10", "100");
        facts.days("MARKETING", "CLICKS", "2026-10-01", "2026-10-10", "10")
                .days("MARKETING", "IMPRESSIONS", "2026-10-01", "2026-10-05", "100");
        Quantity ctr =
                facts.quantity("CTR", Map.of(), new DayRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 10)));
        assertThat(rounded(ctr, 4)).isEqualTo("0.0400").isNotEqualTo("0.0733");
    }

    @Test
    void line_tellsWhichUnitIsLeftOut() {
        facts.of("SEO", "CLICKS", "2026-Q3", "30").of("SEO", "IMPRESSIONS", "2026-Q3", "1000");
        facts.of("ADS", "CLICKS", "2026-Q3", "200");
        ScorecardItem ctr = facts.scorecard(
                        "2026-Q3", "2026-11-21", approved(Period.parse("2026-Q3"), item("CTR", "100", "target=0.05")))
                .items()
                .get(0);
        assertThat(ctr.notes()).contains(ScorecardItem.Note.UNITS_LEFT_OUT, ScorecardItem.Note.PARTIAL);
        assertThat(ctr.beside().leftOut()).containsExactly("ADS");
    }

    @Test
    void unitWhoseStateAtTheEndIsNotIn_bringsNeitherItsStateAtTheStartNorItsFlow() {
        for (String unit : List.of("SEO", "MARKETING")) {
            facts.of(unit, "CUST_OPEN", "2026-09", "100").of(unit, "CUST_CLOSE", "2026-09", "95");
            facts.of(unit, "NEW_CUSTOMERS", "2026-09", "15");
            facts.of(unit, "CUST_OPEN", "2026-10", "100").of(unit, "NEW_CUSTOMERS", "2026-10", "15");
        }
        facts.of("SEO", "CUST_CLOSE", "2026-10", "95");
        Quantity retention = facts.quantity("RETENTION_BALANCE", "2026-10");
        assertThat(rounded(retention, 3)).isEqualTo("0.800").isNotEqualTo("0.325");
        assertThat(retention.leftOut()).containsExactly("MARKETING");
        assertThat(retention.marks()).contains(Mark.UNITS_LEFT_OUT);
        assertThat(completeness(retention).isFull()).isFalse();
        Quantity september = facts.quantity("RETENTION_BALANCE", "2026-09");
        assertThat(rounded(september, 3)).isEqualTo("0.800");
        assertThat(september.leftOut()).isEmpty();
    }

    @Test
    void followersOfAUnitWithoutInteractions_areNoneOfItsReactions() {
        facts.of("SEO", "INTERACTIONS", "2026-10", "10").of("SEO", "FOLLOWERS", "2026-10", "100");
        facts.of("MARKETING", "FOLLOWERS", "2026-10", "900");
        Quantity engagement = facts.quantity("ENGAGEMENT_FOLLOWERS", "2026-10");
        assertThat(rounded(engagement, 2)).isEqualTo("0.10").isNotEqualTo("0.01");
        assertThat(engagement.leftOut()).containsExactly("MARKETING");
    }

    @Test
    void stateOfOneUnit_andFlowOfAnother_makeAFormula_withoutRemark() {
        facts.of("SEO", "CUST_OPEN", "2026-10", "100").of("SEO", "CUST_CLOSE", "2026-10", "95");
        facts.of("MARKETING", "NEW_CUSTOMERS", "2026-10", "15");
        Quantity retention = facts.quantity("RETENTION_BALANCE", "2026-10");
        assertThat(rounded(retention, 3)).isEqualTo("0.800");
        assertThat(retention.leftOut()).isEmpty();
    }
}
