package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;
import static org.kpisuite.domain.plan.SamplePlan.marks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PhasingProfile;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;

/** What a reader finds in an explanation makes the number that it explains. */
class ExplanationTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final String TODAY = "2026-11-21";

    private final SampleFacts facts = new SampleFacts();

    private Explanation explain(String key, Period period, Grounds grounds) {
        return new ScorecardAssembler(grounds)
                .explain(key, period, SampleFacts.after(TODAY), SampleFacts.ZONE)
                .orElseThrow();
    }

    private Explanation explain(String key, Period period, Plan... plans) {
        return explain(key, period, facts.grounds("MARKETING", plans));
    }

    private static Step actual(Explanation explanation) {
        return explanation.step(Kind.ACTUAL).orElseThrow();
    }

    private static PlanItem phased(String indicator, String target, Phasing phasing, String profile) {
        return new PlanItem(
                SampleFacts.CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.valueOf(100),
                marks("target=" + target),
                new TargetPhasing(phasing, profile == null ? null : PhasingProfile.parse(profile)),
                null,
                Map.of("goalLink", "revenue 10 m", "dataSource", "CRM"));
    }

    @ParameterizedTest(name = "{0} of {1} by {2}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "LEADS,     1200,  LINEAR_DAYS, -, 1200 × 52 / 92, 678.2609, LINEAR_DAYS",
                // by working days, though 52 of 92 days have passed
                "LEADS,     1200,  WORKDAYS,    -, 1200 × 37 / 66, 672.7273, WORKDAYS",
                "LEADS,     1200,  PROFILE, '0.3,0.3,0.4', 1200 × 0.51, 612, PROFILE",
                "LEADS,     1200,  STEP,        -, 1200 × 0, 0, STEP",
                // a stock from where it began: 26000 × 52 / 92 is not 23391.3043
                "FOLLOWERS, 26000, LINEAR_DAYS, -, 20000 + (26000 − 20000) × 52 / 92, 23391.3043, LINEAR_DAYS",
                "CTR,       0.05,  WORKDAYS,    -, 0.05, 0.05, -"
            })
    void planToDate_isTheArithmeticOfItsPhasing(
            String indicator,
            String target,
            Phasing phasing,
            String profile,
            String working,
            String value,
            String subject) {
        facts.days("LEADS", "2026-10-01", TODAY, "13")
                .days("CLICKS", "2026-10-01", TODAY, "5")
                .days("IMPRESSIONS", "2026-10-01", TODAY, "100")
                .row("FOLLOWERS", "2026-09-30", "20000")
                .row("FOLLOWERS", TODAY, "23000");
        Step toDate = explain(indicator, Q4, approved(Q4, phased(indicator, target, phasing, profile)))
                .step(Kind.PLAN_TO_DATE)
                .orElseThrow();
        assertThat(toDate.working()).isEqualTo(working);
        assertThat(ScorecardText.number(toDate.value())).isEqualTo(value);
        assertThat(toDate.inputs().stream()
                        .filter(s -> s.kind() == Kind.PHASING)
                        .map(Step::subject)
                        .findFirst())
                .isEqualTo(Optional.ofNullable(subject));
    }

    @ParameterizedTest(name = "{0}: {2} by {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A08 | LEADS | target=1000 floor=800 stretch=1200 floorScore=50 | 800 | x = 800, F = 800, T = 1000, S = 1200, aF = 50, cap = 120: 50 + (100 − 50) × (800 − 800) / (1000 − 800)",
                "A10 | LEADS | target=1000 floor=800 stretch=1200 | 1050 | x = 1050, F = 800, T = 1000, S = 1200, aF = 0, cap = 120: 100 + (120 − 100) × (1050 − 1000) / (1200 − 1000)",
                "A04 | LEADS | target=1000 | 1500 | x = 1500, F = 0, T = 1000, S = –, aF = 0, cap = 120: min(120; 100 × (1500 − 0) / (1000 − 0))",
                "A07 | LEADS | target=1000 floor=800 stretch=1200 | 799.99 | x = 799.99, F = 800, T = 1000, S = 1200, aF = 0, cap = 120",
                "A22 | MKT_COST | low=95 high=105 lowFloor=80 highFloor=120 | 90 | x = 90, lo = 95, hi = 105, loF = 80, hiF = 120, aF = 0, cap = 120: 100 × (90 − 80) / (95 − 80)",
                "A21 | MKT_COST | low=95 high=105 lowFloor=80 highFloor=120 | 100 | x = 100, lo = 95, hi = 105, loF = 80, hiF = 120, aF = 0, cap = 120"
            })
    void achievement_isTheArithmeticOfItsScale(String id, String indicator, String set, String x, String working) {
        facts.row(indicator, "2026-Q3", x);
        Explanation explanation = explain(indicator, Q3, approved(Q3, item(indicator, "100", set)));
        assertThat(explanation.step(Kind.ACHIEVEMENT).orElseThrow().working())
                .as(id)
                .isEqualTo(working);
    }

    @Test
    void floorThatThePlanDoesNotSet_isTheUsualOne() {
        facts.row("MKT_COST", "2026-Q3", "125").row("NEW_CUSTOMERS", "2026-Q3", "1");
        Explanation explanation = explain("CAC", Q3, approved(Q3, item("CAC", "100", "target=100")));
        // A13: twice the target, where the formula named no floor
        assertThat(explanation.step(Kind.ACHIEVEMENT).orElseThrow().working())
                .isEqualTo("x = 125, F = 200, T = 100, S = –, aF = 0, cap = 120: 100 × (125 − 200) / (100 − 200)");
    }

    @Test
    void gate_isMadeOfItsSides_theirMatureParts_andWhatIsOpen_downToTheRows() {
        facts.row("LEADS", "2026-Q3", "1200").row("DEALS_WON_COHORT", "2026-Q3", "150");
        facts.row("LEADS_MATURE", "2026-Q3", "700").row("DEALS_WON_MATURE", "2026-Q3", "140");
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.ZERO, null, 90, null),
                SampleFacts.CATALOGUE);
        Explanation explanation = explain(
                "LEADS", Q3, approved(Q3, item("LEADS", "100", "target=1000").with(gate)));
        Step step = explanation.step(Kind.GATE).orElseThrow();
        assertThat(step.inputs())
                .extracting(s -> s.kind() + " " + s.subject() + " " + s.value().toPlainString() + " "
                        + s.allSlices().size())
                .containsExactly(
                        "MEASURE DEALS_WON_COHORT 150 1",
                        "MEASURE LEADS 1200 1",
                        "MEASURE DEALS_WON_MATURE 140 1",
                        "MEASURE LEADS_MATURE 700 1",
                        "STILL_OPEN  500 0");
        assertThat(explanation.traced()).extracting(Step::kind).containsExactly(Kind.ACTUAL, Kind.GATE);
        assertThat(explanation.slices()).hasSize(1);
    }

    @Test
    void gateOverIndicators_showsWhatTheyAreMadeOf() {
        facts.row("COHORT_GP", "2026-Q3", "600").row("COHORT_CUST", "2026-Q3", "1");
        facts.row("MKT_COST", "2026-Q3", "200")
                .row("SALES_COST", "2026-Q3", "0")
                .row("NEW_CUSTOMERS", "2026-Q3", "1");
        Gate gate = Gate.of(
                new GateTerms("LTV", "CAC_FULL", new BigDecimal("3"), GateMode.SCALE, null, 0, null),
                SampleFacts.CATALOGUE);
        Explanation explanation = explain(
                "LTV_CAC", Q3, approved(Q3, item("LTV_CAC", "100", "target=3").with(gate)));
        List<Step> sides = explanation.step(Kind.GATE).orElseThrow().inputs();
        assertThat(sides).extracting(Step::subject).startsWith("LTV", "CAC_FULL");
        assertThat(sides.get(1).inputs())
                .extracting(Step::subject)
                .containsExactly("MKT_COST", "SALES_COST", "NEW_CUSTOMERS");
    }

    @Test
    void unitOfAMean_isItsMean_notTheSumOfItsStates() {
        facts.row("FOLLOWERS", "2026-07", "900")
                .row("FOLLOWERS", "2026-08", "930")
                .row("FOLLOWERS", "2026-09", "960");
        facts.of("SEO", "FOLLOWERS", "2026-Q3", "100");
        Step measure = actual(explain("FOLLOWERS_MEAN", Q3)).inputs().get(0);
        assertThat(measure.aggregation()).isEqualTo("AVG_T");
        assertThat(measure.inputs())
                .extracting(s -> s.subject() + " " + ScorecardText.number(s.value()))
                .containsExactlyInAnyOrder("MARKETING 929.6739", "SEO 100")
                .doesNotContain("MARKETING 2790");
        assertThat(ScorecardText.number(measure.value())).isEqualTo("1029.6739");
    }

    @Test
    void unitOfAFirstValue_isItsFirst_notItsLast() {
        // days taken together, which began with nobody and ended with 90
        facts.together("CUST_OPEN", "2026-07", "2026-07-31", "1000", "90");
        facts.row("CUST_CLOSE", "2026-07", "95").row("REVENUE", "2026-07", "950");
        Step arpa = actual(explain("ARPA", Period.parse("2026-07")));
        Step open = arpa.inputs().get(1);
        assertThat(open.subject()).isEqualTo("CUST_OPEN");
        assertThat(open.inputs().get(0).value())
                .isEqualByComparingTo(open.value())
                .isEqualByComparingTo("0");
    }

    @Test
    void unitThatPaysInAnotherCurrency_isConverted_andSaysFromWhat() {
        facts.of("MARKETING", "REVENUE", "2026-07", "1000").of("ADS", "REVENUE", "2026-07", "10");
        Grounds usual = facts.grounds("MARKETING");
        ExchangeRates rates = new ExchangeRates(
                "RUB",
                List.of(new ExchangeRates.Rate("USD", Period.parse("2026-07"), new BigDecimal("95"), null, null)));
        Grounds converted = new Grounds(
                usual.definitions(),
                usual.tree(),
                usual.facts(),
                usual.plans(),
                rates,
                usual.rules(),
                usual.shown(),
                usual.basis(),
                usual.children());
        Step measure = actual(explain("REVENUE", Period.parse("2026-07"), converted))
                .inputs()
                .get(0);
        assertThat(measure.value()).isEqualByComparingTo("1950");
        assertThat(measure.inputs())
                .extracting(s -> s.subject() + " " + s.value().toPlainString() + " " + s.working())
                .containsExactlyInAnyOrder("MARKETING 1000 ", "ADS 950 10 USD → 950 RUB");
        assertThat(explain("REVENUE", Period.parse("2026-07"))
                        .step(Kind.ACTUAL)
                        .orElseThrow()
                        .inputs())
                .as("without a rate there is no value to take apart")
                .isEmpty();
    }
}
