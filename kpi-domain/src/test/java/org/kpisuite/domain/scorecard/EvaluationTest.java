package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Aggregation by domain specification §2.3, cases G01 to G19 as far as they are sums, ratios, states and counts. */
class EvaluationTest {
    private final SampleFacts facts = new SampleFacts();

    private static BigDecimal value(Quantity quantity) {
        return quantity.cell().raw().orElseThrow(() -> new AssertionError(quantity.cell()));
    }

    private static String rounded(Quantity quantity, int scale) {
        return Decimals.round(value(quantity), scale).toPlainString();
    }

    private static Completeness completeness(Quantity quantity) {
        return ((Cell.Measured) quantity.cell()).completeness();
    }

    @Test
    void g01_ratioIsOfSums_notTheMeanOfRatios() {
        facts.row("CLICKS", "2026-10", "30")
                .row("IMPRESSIONS", "2026-10", "1000")
                .row("CLICKS", "2026-11", "200")
                .row("IMPRESSIONS", "2026-11", "20000");
        assertThat(rounded(facts.quantity("CTR", "2026-Q4"), 4))
                .isEqualTo("0.0110")
                .isNotEqualTo("0.0200");
        assertThat(rounded(facts.quantity("CTR", "2026-Q4"), 6)).isEqualTo("0.010952");
    }

    @Test
    void g02_unitsAreAddedBeforeTheyAreDivided() {
        facts.of("MARKETING", "MKT_COST", "2026-10", "1000")
                .of("MARKETING", "NEW_CUSTOMERS", "2026-10", "10")
                .of("SEO", "MKT_COST", "2026-10", "9000")
                .of("SEO", "NEW_CUSTOMERS", "2026-10", "30");
        Quantity cac = facts.quantity("CAC", "2026-10");
        assertThat(rounded(cac, 2)).isEqualTo("250.00").isNotEqualTo("200.00");
        assertThat(completeness(cac).isFull()).isTrue();
    }

    @Test
    void g03_cac() {
        facts.row("MKT_COST", "2026-10", "1000").row("NEW_CUSTOMERS", "2026-10", "10");
        assertThat(rounded(facts.quantity("CAC", "2026-10"), 2)).isEqualTo("100.00");
    }

    @Test
    void g04_npsOfBothMonths_isNotTheMeanOfTheirs() {
        facts.row("NPS_PROM", "2026-10", "50").row("NPS_PASS", "2026-10", "30").row("NPS_DETR", "2026-10", "20");
        facts.row("NPS_PROM", "2026-11", "10").row("NPS_PASS", "2026-11", "5").row("NPS_DETR", "2026-11", "5");
        assertThat(rounded(facts.quantity("NPS", "2026-10"), 1)).isEqualTo("30.0");
        assertThat(rounded(facts.quantity("NPS", "2026-Q4"), 4))
                .isEqualTo("29.1667")
                .isNotEqualTo("27.5000");
    }

    @Test
    void g06_distinctCount_isNeverSummed_overTime() {
        facts.row("USERS", "2026-10-05", "100").row("USERS", "2026-10-06", "100");
        DayRange both = new DayRange(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 6));
        assertThat(facts.quantity("USERS", Map.of(), both).cell())
                .isEqualTo(new Cell.Uncounted(new BigDecimal("100"), new BigDecimal("200")))
                .isNotEqualTo(Cell.of(new BigDecimal("200")));
        assertThat(facts.quantity("USERS", "2026-W41").cell())
                .isEqualTo(new Cell.Uncounted(new BigDecimal("100"), null));
        assertThat(rounded(facts.quantity("USERS", "2026-10-05"), 0)).isEqualTo("100");
    }

    @Test
    void distinctCount_isNeverSummed_overUnits_norTakenFromDaysTogether() {
        facts.of("SEO", "USERS", "2026-10", "100").of("ADS", "USERS", "2026-10", "200");
        facts.together("USERS", "2026-11", "2026-11-30", "3000", "100");
        assertThat(facts.quantity("USERS", "2026-10").cell())
                .isEqualTo(new Cell.Uncounted(new BigDecimal("200"), new BigDecimal("300")));
        assertThat(facts.quantity("USERS", "2026-11").cell()).isEqualTo(new Cell.NotDelivered());
        facts.row("USERS", "2026-10", "250").row("USERS", "2026-Q4", "600");
        assertThat(rounded(facts.quantity("USERS", "2026-10"), 0)).isEqualTo("250");
        assertThat(rounded(facts.quantity("USERS", "2026-Q4"), 0)).isEqualTo("600");
    }

    @Test
    void ratioOfDistinctCounts_takesBothFromExactlyThatWindow() {
        facts.row("BUYERS", "2026-Q4", "300").row("REPEAT_BUYERS", "2026-Q4", "60");
        facts.row("BUYERS", "2026-10", "150").row("REPEAT_BUYERS", "2026-11", "20");
        assertThat(rounded(facts.quantity("RPR", "2026-Q4"), 4)).isEqualTo("0.2000");
        assertThat(facts.quantity("RPR", "2026-10").cell()).isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void g07_state_isTheLastInside_markedStale_asOfItsDay() {
        facts.row("FOLLOWERS", "2026-10", "900").row("FOLLOWERS", "2026-11", "950");
        Quantity followers = facts.quantity("FOLLOWERS", "2026-Q4");
        assertThat(rounded(followers, 0)).isEqualTo("950").isNotEqualTo("1850").isNotEqualTo("0");
        assertThat(followers.stale()).isTrue();
        assertThat(followers.dataTo()).contains(LocalDate.of(2026, 11, 30));
        facts.row("FOLLOWERS", "2026-12", "970");
        assertThat(rounded(facts.quantity("FOLLOWERS", "2026-Q4"), 0)).isEqualTo("970");
        assertThat(facts.quantity("FOLLOWERS", "2026-Q4").stale()).isFalse();
    }

    @ParameterizedTest(name = "row of {0}, state at {1}: stale {2}")
    @CsvSource({
        "2026-10,    2026-10-31, false",
        "2026-10,    2026-11-21, false",
        "2026-10,    2026-11-30, true",
        "2026-01,    2026-02-28, true",
        "2026-11-20, 2026-11-20, false",
        "2026-11-20, 2026-11-21, true",
        "2026-W41,   2026-10-11, false",
        "2026-W41,   2026-10-17, true",
        "2026-W41,   2026-10-18, true"
    })
    void state_isStale_onceALaterRowOfItsLengthCouldBeThere(String row, LocalDate lastDay, boolean stale) {
        facts.row("FOLLOWERS", row, "900");
        DayRange range = new DayRange(lastDay.minusDays(60), lastDay);
        assertThat(facts.quantity("FOLLOWERS", Map.of(), range).stale()).isEqualTo(stale);
    }

    @Test
    void stateFromBeforeThePeriod_isNotCarriedForward() {
        facts.row("FOLLOWERS", "2026-09", "900");
        assertThat(facts.quantity("FOLLOWERS", "2026-Q4").cell()).isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void stateOfDaysTakenTogether_isThatOfTheirLastDay() {
        facts.together("FOLLOWERS", "2026-10", "2026-10-31", "27900", "910");
        facts.together("FOLLOWERS", "2026-11", "2026-11-28", "27000", "930");
        Quantity followers = facts.quantity("FOLLOWERS", "2026-Q4");
        assertThat(rounded(followers, 0)).isEqualTo("930");
        assertThat(followers.dataTo()).contains(LocalDate.of(2026, 11, 28));
        assertThat(followers.stale()).isTrue();
    }

    @Test
    void states_areAddedOverUnits_andIncompleteWhereAUnitLacks() {
        facts.of("SEO", "FOLLOWERS", "2026-09", "300")
                .of("SEO", "FOLLOWERS", "2026-12", "310")
                .of("ADS", "FOLLOWERS", "2026-09", "50");
        assertThat(rounded(facts.quantity("FOLLOWERS", "2026-Q3"), 0)).isEqualTo("350");
        Quantity lacking = facts.quantity("FOLLOWERS", "2026-Q4");
        assertThat(rounded(lacking, 0)).isEqualTo("310");
        assertThat(completeness(lacking)).isEqualTo(new Completeness(1, 2));
    }

    @Test
    void g10_retention_isKeptByOpen_notCloseByOpen() {
        facts.row("CUST_OPEN", "2026-10", "100")
                .row("CUST_CLOSE", "2026-10", "95")
                .row("NEW_CUSTOMERS", "2026-10", "15")
                .row("CUST_KEPT", "2026-10", "80");
        assertThat(rounded(facts.quantity("RETENTION", "2026-10"), 3))
                .isEqualTo("0.800")
                .isNotEqualTo("0.950");
    }

    @Test
    void retentionOfAQuarter_isTheOneCounted_elseTheProductOfItsMonths() {
        for (String month : List.of("2026-10", "2026-11", "2026-12")) {
            facts.row("CUST_OPEN", month, "100").row("CUST_KEPT", month, "95");
        }
        assertThat(rounded(facts.quantity("RETENTION", "2026-Q4"), 6)).isEqualTo("0.857375");
        facts.row("CUST_OPEN", "2026-Q4", "100").row("CUST_KEPT", "2026-Q4", "86");
        assertThat(rounded(facts.quantity("RETENTION", "2026-Q4"), 2)).isEqualTo("0.86");
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource({"G11, 0, 0, DIV0", "G12, 5, 0, DIV0_COST", "credit note, -5, 0, DIV0"})
    void costByNoCustomers_isNoNumber_withItsReason(String id, String cost, String customers, Cell.Reason reason) {
        facts.row("MKT_COST", "2026-10", cost).row("NEW_CUSTOMERS", "2026-10", customers);
        assertThat(facts.quantity("CAC", "2026-10").cell())
                .as(id)
                .isInstanceOfSatisfying(
                        Cell.Failed.class, f -> assertThat(f.reason()).isEqualTo(reason));
    }

    @Test
    void returnWithoutSpending_isNoNumber_butNoCostWithoutResult() {
        facts.row("REV_ATTR", "2026-10", "500").row("AD_SPEND", "2026-10", "0");
        assertThat(facts.quantity("ROAS", "2026-10").cell()).isEqualTo(new Cell.Failed(Cell.Reason.DIV0));
    }

    @ParameterizedTest
    @CsvSource({"ROAS, 8.33", "ROMI, 1.50", "ROI, 1.00"})
    void g13_returns(String indicator, String expected) {
        facts.row("REV_ATTR", "2026-10", "500000")
                .row("GP_ATTR", "2026-10", "200000")
                .row("AD_SPEND", "2026-10", "60000")
                .row("MKT_COST", "2026-10", "80000")
                .row("INVEST_TOTAL", "2026-10", "100000");
        assertThat(rounded(facts.quantity(indicator, "2026-10"), 2)).isEqualTo(expected);
    }

    @Test
    void g19_ratio_takesOnlyMonthsWithBothParts_withItsCoverage() {
        facts.row("CLICKS", "2026-10", "10").row("CLICKS", "2026-11", "20");
        for (String month : List.of("2026-10", "2026-11", "2026-12")) {
            facts.row("IMPRESSIONS", month, "1000");
        }
        Quantity ctr = facts.quantity("CTR", "2026-Q4");
        assertThat(value(ctr)).isEqualByComparingTo("0.015").isNotEqualByComparingTo("0.01");
        assertThat(completeness(ctr)).isEqualTo(new Completeness(61, 92));
        assertThat(ctr.dataTo()).contains(LocalDate.of(2026, 11, 30));
    }

    @Test
    void ratioByDays_takesOnlyDaysWithBothParts() {
        facts.days("CLICKS", "2026-10-01", "2026-10-20", "10").days("IMPRESSIONS", "2026-10-01", "2026-10-31", "1000");
        Quantity ctr = facts.quantity("CTR", "2026-10");
        assertThat(value(ctr)).isEqualByComparingTo("0.01");
        assertThat(completeness(ctr)).isEqualTo(new Completeness(20, 31));
    }

    @Test
    void ratioOfDailyAndMonthlyParts_takesTheMonthsOfBoth() {
        facts.days("CLICKS", "2026-10-01", "2026-11-21", "10").row("IMPRESSIONS", "2026-10", "31000");
        Quantity ctr =
                facts.quantity("CTR", Map.of(), Period.parse("2026-Q4").days().upTo(LocalDate.of(2026, 11, 21)));
        assertThat(value(ctr)).isEqualByComparingTo("0.01");
        assertThat(ctr.dataTo()).contains(LocalDate.of(2026, 10, 31));
    }

    @Test
    void flow_isAddedOverTheSubtree() {
        facts.row("LEADS", "2026-10", "100")
                .of("SEO", "LEADS", "2026-10", "30")
                .of("ADS", "LEADS", "2026-10", "7")
                .of("ADS", "LEADS", "2026-11", "1000");
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 0)).isEqualTo("137");
    }

    @Test
    void missingDays_lowerCompleteness_andAreNoZeros() {
        facts.days("LEADS", "2026-10-01", "2026-10-10", "0");
        Quantity leads = facts.quantity("LEADS", "2026-10");
        assertThat(value(leads)).isEqualByComparingTo("0");
        assertThat(completeness(leads)).isEqualTo(new Completeness(10, 31));
        assertThat(leads.cell().usable()).isEmpty();
        assertThat(facts.quantity("LEADS", "2026-11").cell()).isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void completeDays_countBeforeTheMonth_incompleteOnesAfterIt() {
        facts.days("LEADS", "2026-10-01", "2026-10-31", "10").row("LEADS", "2026-10", "999");
        facts.days("LEADS", "2026-11-01", "2026-11-29", "10").row("LEADS", "2026-11", "333");
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 0)).isEqualTo("310");
        assertThat(rounded(facts.quantity("LEADS", "2026-11"), 0)).isEqualTo("333");
        assertThat(rounded(facts.quantity("LEADS", "2026-Q4"), 0)).isEqualTo("643");
    }

    @Test
    void quarterRow_countsOnlyWhereItsMonthsAreNotAllThere() {
        facts.row("LEADS", "2026-10", "10").row("LEADS", "2026-11", "20").row("LEADS", "2026-Q4", "100");
        assertThat(rounded(facts.quantity("LEADS", "2026-Q4"), 0)).isEqualTo("100");
        facts.row("LEADS", "2026-12", "30");
        assertThat(rounded(facts.quantity("LEADS", "2026-Q4"), 0)).isEqualTo("60");
    }

    @Test
    void singleDays_andTheSameDaysTakenTogether_areNotCountedTwice() {
        facts.days("LEADS", "2026-10-01", "2026-10-31", "10").together("LEADS", "2026-10", "2026-10-31", "310", "10");
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 0)).isEqualTo("310");
    }

    @Test
    void weeks_areNeverSummedIntoMonths() {
        facts.row("LEADS", "2026-W41", "70").row("LEADS", "2026-W42", "70");
        assertThat(rounded(facts.quantity("LEADS", "2026-W41"), 0)).isEqualTo("70");
        assertThat(facts.quantity("LEADS", "2026-10").cell()).isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void totalRow_countsWithoutItsParts_andAPartOnlyForItself() {
        facts.row("LEADS", "2026-10", "100")
                .row("MARKETING", "LEADS", "channel=social", "CRM", "2026-10", "40")
                .row("MARKETING", "LEADS", "channel=email", "CRM", "2026-10", "50");
        DayRange october = Period.parse("2026-10").days();
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 0)).isEqualTo("100");
        assertThat(rounded(facts.quantity("LEADS", Map.of("channel", "social"), october), 0))
                .isEqualTo("40");
        assertThat(facts.quantity("LEADS", Map.of("channel", "paid"), october).cell())
                .isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void firstSourceThatDelivered_counts_theOthersDoNotAddUp() {
        facts.row("MARKETING", "LEADS", "", "GA", "2026-10", "90")
                .row("MARKETING", "LEADS", "", "CRM", "2026-10", "100")
                .row("MARKETING", "LEADS", "", "GA", "2026-11", "95")
                .row("MARKETING", "FOLLOWERS", "", "GA", "2026-10", "7")
                .row("MARKETING", "FOLLOWERS", "", "CRM", "2026-10", "8")
                .row("MARKETING", "USERS", "", "GA", "2026-10", "5")
                .row("MARKETING", "USERS", "", "CRM", "2026-10", "6");
        for (String[] expected : new String[][] {{"CRM", "GA", "100"}, {"GA", "CRM", "90"}}) {
            Facts ranked = facts.facts(expected[0], expected[1]);
            DayRange october = Period.parse("2026-10").days();
            boolean crm = expected[0].equals("CRM");
            assertThat(rounded(facts.quantity(ranked, "LEADS", Map.of(), october), 0))
                    .isEqualTo(expected[2]);
            assertThat(rounded(facts.quantity(ranked, "FOLLOWERS", Map.of(), october), 0))
                    .isEqualTo(crm ? "8" : "7");
            assertThat(rounded(facts.quantity(ranked, "USERS", Map.of(), october), 0))
                    .isEqualTo(crm ? "6" : "5");
            assertThat(rounded(
                            facts.quantity(
                                    ranked,
                                    "LEADS",
                                    Map.of(),
                                    Period.parse("2026-11").days()),
                            0))
                    .isEqualTo("95");
        }
    }

    @Test
    void sourceWithoutRank_comesLast() {
        facts.row("MARKETING", "LEADS", "", "ADS_FEED", "2026-10", "1").row("LEADS", "2026-10", "100");
        Facts ranked = facts.facts("CRM");
        assertThat(rounded(
                        facts.quantity(
                                ranked,
                                "LEADS",
                                Map.of(),
                                Period.parse("2026-10").days()),
                        0))
                .isEqualTo("100");
    }

    @Test
    void unlikeCurrencies_failWhereTheyMeet_only() {
        facts.row("MKT_COST", "2026-10", "1000").of("ADS", "MKT_COST", "2026-10", "20");
        facts.row("NEW_CUSTOMERS", "2026-10", "10").of("ADS", "NEW_CUSTOMERS", "2026-10", "5");
        facts.row("MKT_COST", "2026-11", "1000").row("NEW_CUSTOMERS", "2026-11", "10");
        assertThat(facts.quantity("CAC", "2026-10").cell()).isEqualTo(new Cell.Failed(Cell.Reason.CURRENCY));
        assertThat(rounded(facts.quantity("NEW_CUSTOMERS", "2026-10"), 0)).isEqualTo("15");
        assertThat(rounded(facts.quantity("CAC", "2026-11"), 0)).isEqualTo("100");
    }

    @Test
    void moneyOfAUnitBelow_inAnotherCurrency_isNotShownAsTheUnitsOwn() {
        facts.of("ADS", "REVENUE", "2026-10", "20");
        assertThat(facts.quantity("REVENUE", "2026-10").cell()).isEqualTo(new Cell.Failed(Cell.Reason.CURRENCY));
        assertThat(rounded(
                        facts.quantity(
                                facts.factsOf("ADS"),
                                "REVENUE",
                                Map.of(),
                                Period.parse("2026-10").days()),
                        0))
                .isEqualTo("20");
    }

    @Test
    void emptyRange_hasNothingDelivered() {
        facts.row("LEADS", "2026-10", "100");
        DayRange none = Period.parse("2026-10").days().first(0);
        assertThat(facts.quantity("LEADS", Map.of(), none)).isEqualTo(Quantity.NONE);
    }

    private static Indicator indicator(String code, String formula, int multiplier) {
        LocalizedText name = new LocalizedText(code, code);
        return new Indicator(
                code,
                name,
                name,
                Nature.LAG,
                Usage.EVAL,
                Formula.parse(formula),
                multiplier,
                UnitKind.RATIO,
                2,
                Direction.UP,
                Set.of(IndicatorGroup.FINANCE),
                TimeAggregation.RATIO_OF_SUMS,
                false);
    }

    private static Measure measure(String code) {
        LocalizedText name = new LocalizedText(code, code);
        return new Measure(code, name, MeasureKind.FLOW, UnitKind.COUNT, null, null, TimeAggregation.SUM);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A + B * 2        | 22",
                "(A + B) * 2      | 24",
                "A - B - 1        | -9",
                "A - (B - 1)      | -7",
                "A / B / 2        | 0.1",
                "A / (B / 2)      | 0.4",
                "min(A, B) / 4    | 0.5",
                "INNER + A        | 2002",
                "INNER / A        | 1000",
                "A[channel=\"social\"] / A | 0.5"
            })
    void formula_isWorkedOut_innerIndicatorsWithTheirOwnMultiplier(String formula, String expected) {
        SampleFacts small = new SampleFacts()
                .with(new Catalogue(
                        List.of(measure("A"), measure("B")),
                        List.of(indicator("INNER", "A / B * B / 2 * 2", 1000), indicator("X", formula, 1))))
                .row("A", "2026-10", "2")
                .row("B", "2026-10", "10")
                .row("MARKETING", "A", "channel=social", "CRM", "2026-10", "1");
        assertThat(value(small.quantity("X", "2026-10"))).isEqualByComparingTo(expected);
    }

    @Test
    void dimensionsOfAnItem_narrowItsFormula_whichKeepsItsOwn() {
        SampleFacts small = new SampleFacts()
                .with(new Catalogue(
                        List.of(measure("A"), measure("B")), List.of(indicator("X", "A[channel=\"social\"] / B", 1))))
                .row("MARKETING", "A", "channel=social;product=p", "CRM", "2026-10", "1")
                .row("MARKETING", "B", "product=p", "CRM", "2026-10", "4")
                .row("A", "2026-10", "1000");
        Quantity x = small.quantity(
                "X", Map.of("product", "p"), Period.parse("2026-10").days());
        assertThat(value(x)).isEqualByComparingTo("0.25");
    }
}
