package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.plan.Delivery;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.LintEvidence;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.SamplePlan;
import org.kpisuite.domain.quantity.Decimals;

/** What the items of a plan came to, and what it would have scored then. */
class PastAssemblerTest {
    private static final Period Q1 = Period.parse("2027-Q1");
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 21);

    private static PastAssembler past(SampleFacts facts, Plan... inForce) {
        return new PastAssembler(facts.grounds("MARKETING", inForce), new PlanPast(Q1, NOVEMBER));
    }

    private static Plan plan(PlanItem... items) {
        return SamplePlan.draft(Q1, items);
    }

    private static SampleFacts quarters(SampleFacts facts, String measure, String... values) {
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("-")) {
                facts.row(measure, Period.parse("2026-Q3").plus(i + 1 - values.length), values[i]);
            }
        }
        return facts;
    }

    private static LintEvidence.Past of(SampleFacts facts, PlanItem item) {
        return past(facts).evidence(plan(item)).items().get(item.key());
    }

    @Test
    void history_isOfTheLastEightQuartersThatAreOver_aggregatedByTheIndicator() {
        SampleFacts facts =
                quarters(new SampleFacts(), "MKT_COST", "1", "900", "-", "1000", "1000", "600", "800", "900", "1000");
        quarters(facts, "NEW_CUSTOMERS", "1", "9", "9", "10", "-", "6", "10", "10", "10");
        History history = past(facts)
                .histories(plan(SamplePlan.item("CAC", "100", "target=90")))
                .get("CAC");

        assertThat(history.quarters())
                .extracting(q -> q.period() + " " + (q.value() == null ? "-" : Decimals.plain(q.value())))
                .containsExactly(
                        "2024-Q4 100",
                        "2025-Q1 -",
                        "2025-Q2 100",
                        "2025-Q3 -",
                        "2025-Q4 100",
                        "2026-Q1 80",
                        "2026-Q2 90",
                        "2026-Q3 100");
        assertThat(history.best(Direction.DOWN)).map(Decimals::plain).hasValue("80");
        assertThat(history.median()).map(Decimals::plain).hasValue("100");
        assertThat(history.recentMean()).map(Decimals::plain).hasValue("92.5");
    }

    @ParameterizedTest
    @CsvSource({
        // by the week: the last that is over ends on 15 November
        "2026-09-21, 2026-11-15, WEEK, 11111111",
        "2026-09-28, 2026-10-25, WEEK, 01111000",
        "2026-11-16, 2026-11-20, WEEK, 00000000",
        "2025-01-01, 2025-02-01, WEEK, 00000000"
    })
    void dailyFeed_isJudgedByTheWeek(String from, String to, String granularity, String periods) {
        Delivery delivery = of(
                        new SampleFacts().days("LEADS", from, to, "1"), SamplePlan.item("LEADS", "100", "target=1"))
                .delivery();
        assertThat(delivery.granularity()).hasToString(granularity);
        assertThat(text(delivery)).isEqualTo(periods);
    }

    @Test
    void coarserFeeds_areJudgedByTheirOwnPeriods_aFormulaByTheCoarsestOfItsMeasures() {
        SampleFacts facts = new SampleFacts().days("NEW_CUSTOMERS", "2026-03-01", "2026-11-15", "1");
        for (String month : List.of("2026-03", "2026-04", "2026-06", "2026-07", "2026-08", "2026-10")) {
            facts.row("MKT_COST", month, "5");
        }
        Delivery monthly = of(facts, SamplePlan.item("CAC", "100", "target=1")).delivery();
        assertThat(monthly.granularity()).hasToString("MONTH");
        assertThat(text(monthly)).isEqualTo("11011101");

        Delivery yearly = of(
                        new SampleFacts().row("LEADS", "2024", "5").row("LEADS", "2025", "5"),
                        SamplePlan.item("LEADS", "100", "target=1"))
                .delivery();
        assertThat(yearly.granularity()).hasToString("YEAR");
        assertThat(text(yearly)).isEqualTo("00000011");
        assertThat(of(new SampleFacts(), SamplePlan.item("LEADS", "100", "target=1"))
                        .delivery())
                .isEqualTo(Delivery.NOTHING);
    }

    @Test
    void costWithoutCustomers_isDelivered_thoughItCannotBeDivided() {
        SampleFacts facts = new SampleFacts();
        for (String month : List.of("2026-08", "2026-09", "2026-10")) {
            facts.row("MKT_COST", month, "5").row("NEW_CUSTOMERS", month, "0");
        }
        assertThat(text(of(facts, SamplePlan.item("CAC", "100", "target=1")).delivery()))
                .isEqualTo("00000111");
    }

    @Test
    void planOfAQuarterThatIsOver_isJudgedAsOfItsEnd() {
        SampleFacts facts = new SampleFacts().days("LEADS", "2025-01-01", "2026-11-15", "1");
        Plan late = SamplePlan.draft(Period.parse("2026-Q2"), SamplePlan.item("LEADS", "100", "target=1"));
        PastAssembler past =
                new PastAssembler(facts.grounds("MARKETING"), new PlanPast(Period.parse("2026-Q2"), NOVEMBER));
        assertThat(past.histories(late)
                        .get("LEADS")
                        .quarters()
                        .get(History.LENGTH - 1)
                        .period())
                .hasToString("2026-Q1");
        assertThat(new PlanPast(Period.parse("2026-Q2"), NOVEMBER)
                        .periods(Granularity.WEEK)
                        .get(Delivery.PERIODS - 1)
                        .endInclusive())
                .isEqualTo("2026-06-28");
    }

    @Test
    void months_areTheLastTwentyFive_gapsAmongThem() {
        SampleFacts facts = new SampleFacts().row("LEADS", "2024-10", "7").row("LEADS", "2026-10", "9");
        List<BigDecimal> months =
                of(facts, SamplePlan.item("LEADS", "100", "target=1")).months();
        assertThat(months).hasSize(25);
        assertThat(months.get(0)).isEqualByComparingTo("7");
        assertThat(months.get(1)).isNull();
        assertThat(months.get(24)).isEqualByComparingTo("9");
    }

    @Test
    void measuresOfAGate_andThePlanBefore_areKnown() {
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), null, null, null, null),
                SamplePlan.CATALOGUE);
        SampleFacts facts = new SampleFacts().days("LEADS", "2026-09-21", "2026-11-15", "1");
        Plan before = SamplePlan.approved(Period.parse("2026-Q4"), SamplePlan.item("NPS", "100", "target=45 floor=30"));
        LintEvidence evidence = past(facts, before)
                .evidence(plan(SamplePlan.item("LEADS", "100", "target=1").with(gate)));
        Map<String, Delivery> delivered = evidence.items().get("LEADS").gate();
        assertThat(text(delivered.get("LEADS"))).isEqualTo("11111111");
        assertThat(delivered.get("DEALS_WON_COHORT")).isEqualTo(Delivery.NOTHING);
        assertThat(evidence.before()).hasValueSatisfying(b -> {
            assertThat(b.businessStage()).isEqualTo("GROWTH");
            assertThat(b.scored()).containsExactly("NPS");
        });
    }

    private static String text(Delivery delivery) {
        StringBuilder text = new StringBuilder();
        delivery.periods().forEach(p -> text.append(p ? '1' : '0'));
        return text.toString();
    }

    @Test
    void planTriedOnThePast_scoresByWholeQuarters_andItsGates() {
        SampleFacts facts = quarters(new SampleFacts(), "LEADS", "800", "1000", "1100", "1200");
        quarters(facts, "DEALS_WON_COHORT", "300", "300", "300", "200");
        quarters(facts, "MKT_COST", "1000", "-", "1250", "1000");
        quarters(facts, "NEW_CUSTOMERS", "10", "10", "10", "10");
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), null, null, null, null),
                SamplePlan.CATALOGUE);
        WhatIf whatIf = past(facts)
                .whatIf(plan(
                        SamplePlan.item("LEADS", "70", "target=1000").with(gate),
                        SamplePlan.item("CAC", "30", "target=100"),
                        SamplePlan.diagnostic("CTR")));

        assertThat(whatIf.item("LEADS").orElseThrow().achievements())
                .extracting(a -> a.quarter() + " " + Decimals.plain(a.achievement()))
                .containsExactly("2025-Q4 80", "2026-Q1 100", "2026-Q2 110", "2026-Q3 0");
        assertThat(whatIf.item("CAC").orElseThrow().achievements())
                .extracting(WhatIf.Achieved::achievement)
                .map(a -> a == null ? "-" : Decimals.plain(a))
                .containsExactly("100", "-", "75", "100");
        assertThat(whatIf.item("CTR").orElseThrow().achievements()).isEmpty();
        assertThat(whatIf.scores())
                .extracting(s -> Decimals.plain(s.score().value()) + " of "
                        + Decimals.plain(s.score().coverage()))
                .containsExactly("86 of 100", "100 of 70", "99.5 of 100", "30 of 100");
        assertThat(whatIf.latest().sentence().en()).isEqualTo("With 2026-Q3 actuals this plan scores 30.0.");
        assertThat(whatIf.latest().sentence().ru()).isEqualTo("С фактом за 2026-Q3 этот план набирает 30,0.");
    }

    @Test
    void past_proposesMarks_andSaysWhatTheyRestOn_withoutSettingThem() {
        SampleFacts facts =
                quarters(new SampleFacts(), "LEADS", "820", "860", "900", "880", "940", "950", "930", "980");
        quarters(facts, "MKT_COST", "100", "100");
        Plan plan = plan(
                SamplePlan.item("LEADS", "60", "target=1"),
                SamplePlan.item("MKT_COST", "40", "low=1 high=2"),
                SamplePlan.item("NPS", "0", ""));
        WhatIf whatIf = past(facts).whatIf(plan);

        assertThat(whatIf.item("LEADS").orElseThrow().proposals())
                .extracting(p -> p.field() + " " + Decimals.plain(p.value()) + ": "
                        + p.basis().en())
                .containsExactly(
                        "baseline 950: mean of 4 quarters up to 2026-Q3",
                        "floor 855: 10% away from the mean",
                        "target 950: mean of 4 quarters up to 2026-Q3",
                        "stretch 1045: 10% away from the mean");
        assertThat(whatIf.item("MKT_COST").orElseThrow().proposals())
                .extracting(p -> p.field() + " " + Decimals.plain(p.value()) + ": "
                        + p.basis().ru())
                .containsExactly(
                        "baseline 100: среднее за 2 квартала по 2026-Q3",
                        "low 90: 10 % от среднего",
                        "high 110: 10 % от среднего",
                        "lowFloor 80: 20 % от среднего",
                        "highFloor 120: 20 % от среднего");
        assertThat(whatIf.item("NPS").orElseThrow().proposals()).isEmpty();
        assertThat(plan.item("LEADS").orElseThrow().marks().aim()).isEqualByComparingTo("1");
    }

    @Test
    void planTriedOnAPastThatIsNotThere_isNotRated() {
        WhatIf whatIf = past(new SampleFacts()).whatIf(plan(SamplePlan.item("LEADS", "100", "target=1000")));
        assertThat(whatIf.latest().score().value()).isNull();
        assertThat(whatIf.latest().sentence().en())
                .isEqualTo("With 2026-Q3 actuals this plan is not rated: too little of it has a value.");
        assertThat(whatIf.latest().sentence().ru())
                .isEqualTo("С фактом за 2026-Q3 этот план не оценивается: слишком мало показателей со значением.");
    }

    @Test
    void backTestOfAPlanInForce_isTheScoreThatItsScorecardPrinted() {
        SampleFacts facts = quarters(new SampleFacts(), "LEADS", "800", "1000", "1100", "1200");
        Plan third =
                SamplePlan.approved(Period.parse("2026-Q3"), SamplePlan.item("LEADS", "100", "target=1300 floor=900"));
        Scorecard card = facts.scorecard("2026-Q3", "2026-11-20", third);
        assertThat(past(facts).whatIf(third).latest().score().value())
                .isEqualByComparingTo(card.score().value());
    }
}
