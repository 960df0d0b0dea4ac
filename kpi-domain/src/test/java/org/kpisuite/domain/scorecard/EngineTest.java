package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/** The rules of the engine together, on whole scorecards. */
class EngineTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final String TODAY = "2026-11-21";

    private static final CompanyRules RUSSIA =
            new CompanyRules(WorkingDays.russia(), ScoreRules.DEFAULT, Comparisons.STANDARD, CompanyCalendar.STANDARD);

    private final SampleFacts facts = new SampleFacts();

    private static PlanItem gated(String weight, int maturityDays) {
        Gate gate = Gate.of(
                new GateTerms(
                        "DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.ZERO, null, maturityDays, null),
                SampleFacts.CATALOGUE);
        return item("LEADS", weight, "target=1000").with(gate);
    }

    private static Grounds with(
            Grounds usual,
            Definitions definitions,
            ExchangeRates rates,
            CompanyRules rules,
            Optional<String> shown,
            List<ChildrenIndex.Child> children) {
        return new Grounds(
                definitions, usual.tree(), usual.facts(), usual.plans(), rates, rules, shown, usual.basis(), children);
    }

    private static ScorecardItem first(Scorecard card) {
        return card.items().get(0);
    }

    @Test
    void gateThatFailed_takesTheItemsPoints_andSaysSo() {
        facts.row("LEADS", "2026-Q3", "1200").row("DEALS_WON_COHORT", "2026-Q3", "239");
        Scorecard card = facts.scorecard("2026-Q3", TODAY, approved(Q3, gated("100", 0)));
        assertThat(first(card).achievement()).isEqualByComparingTo("0");
        assertThat(first(card).beside().gate().orElseThrow().ungated()).isEqualByComparingTo("120");
        assertThat(first(card).notes()).contains(ScorecardItem.Note.GATE_FAILED);
        assertThat(card.score().value()).isEqualByComparingTo("0");
        facts.row("MARKETING", "DEALS_WON_COHORT", "", "CRM", "2026-Q2", "1");
        assertThat(facts.scorecard("2026-Q4", TODAY, approved(Q3, gated("100", 0)))
                        .previousScore()
                        .value())
                .isEqualByComparingTo("0");
    }

    @Test
    void gateWaits_untilTheCohortIsMature_thenDecidesOnWhatIs() {
        facts.row("LEADS", "2026-Q3", "1200").row("DEALS_WON_COHORT", "2026-Q3", "150");
        facts.row("LEADS_MATURE", "2026-Q3", "700").row("DEALS_WON_MATURE", "2026-Q3", "140");
        Plan plan = approved(Q3, gated("100", 90));
        ScorecardItem waiting = first(facts.scorecard("2026-Q3", "2026-10-05", plan));
        assertThat(waiting.beside().gate().orElseThrow().state()).isEqualTo(GateState.PENDING);
        assertThat(waiting.achievement()).isEqualByComparingTo("120");
        assertThat(waiting.notes()).contains(ScorecardItem.Note.GATE_PENDING);
        facts.row("MARKETING", "LEADS_MATURE", "", "A_FIRST", "2026-Q3", "1200")
                .row("MARKETING", "DEALS_WON_MATURE", "", "A_FIRST", "2026-Q3", "239");
        assertThat(first(facts.scorecard("2026-Q3", "2026-12-31", plan))
                        .beside()
                        .gate()
                        .orElseThrow()
                        .state())
                .isEqualTo(GateState.FAIL);
    }

    @Test
    void gateWaits_whereItsNumeratorIsAheadOfItsDenominator() {
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            facts.row("DEALS_WON_COHORT", month, "60");
        }
        facts.row("LEADS", "2026-07", "400").row("LEADS", "2026-08", "400");
        ScorecardItem leads = first(facts.scorecard("2026-Q3", TODAY, approved(Q3, gated("100", 0))));
        assertThat(leads.beside().gate().orElseThrow().state())
                .isEqualTo(GateState.PENDING)
                .isNotEqualTo(GateState.PASS);
    }

    private GateState stateOfGatedLeads() {
        ScorecardItem leads = first(facts.scorecard("2026-Q3", TODAY, approved(Q3, gated("100", 0))));
        return leads.beside().gate().orElseThrow().state();
    }

    @Test
    void gateWaits_whereItsDenominatorIsAheadOfItsNumerator() {
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            facts.row("LEADS", month, "400");
        }
        facts.row("DEALS_WON_COHORT", "2026-07", "100").row("DEALS_WON_COHORT", "2026-08", "100");
        // the deals of two months by the leads of three: 16.7 %, and no pay
        assertThat(stateOfGatedLeads()).isEqualTo(GateState.PENDING).isNotEqualTo(GateState.FAIL);
        facts.row("DEALS_WON_COHORT", "2026-09", "100");
        assertThat(stateOfGatedLeads()).isEqualTo(GateState.PASS);
    }

    @Test
    void gateWaits_whereItsSidesAreOfOtherMonths_thoughOfAsManyDays() {
        facts.row("LEADS", "2026-07", "400").row("LEADS", "2026-09", "400");
        facts.row("DEALS_WON_COHORT", "2026-08", "60").row("DEALS_WON_COHORT", "2026-09", "60");
        assertThat(stateOfGatedLeads()).isEqualTo(GateState.PENDING).isNotEqualTo(GateState.FAIL);
    }

    @Test
    void gateWaits_whereTheMatureLeadsAreAheadOfTheirDeals() {
        facts.row("LEADS", "2026-Q3", "1200").row("DEALS_WON_COHORT", "2026-Q3", "230");
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            facts.row("LEADS_MATURE", month, "340");
        }
        facts.row("DEALS_WON_MATURE", "2026-07", "75").row("DEALS_WON_MATURE", "2026-08", "75");
        // 150 of 1,020 mature leads: 14.7 %
        assertThat(stateOfGatedLeads()).isEqualTo(GateState.PENDING).isNotEqualTo(GateState.FAIL);
        facts.row("DEALS_WON_MATURE", "2026-09", "75");
        assertThat(stateOfGatedLeads()).isEqualTo(GateState.PASS);
    }

    @Test
    void singleDaysOfBothSidesOfAGate_areReadTogether() {
        FactNeeds needs = FactNeeds.of(
                facts.grounds("MARKETING").definitions(),
                List.of(approved(Q3, gated("100", 0))),
                Q3,
                LocalDate.parse(TODAY));
        assertThat(needs.formulas().stream()
                        .map(f -> f.stream().map(FactSeries::measure).collect(Collectors.toSet())))
                .contains(Set.of("DEALS_WON_COHORT", "LEADS"), Set.of("DEALS_WON_MATURE", "LEADS_MATURE"));
    }

    /** Gross profit of cohorts is booked in dollars, whatever the unit pays in. */
    private static Catalogue withProfitInDollars() {
        return new Catalogue(
                SampleFacts.CATALOGUE.measures().stream()
                        .map(m -> m.code().equals("COHORT_GP")
                                ? new Measure(
                                        m.code(), m.name(), m.kind(), m.unitKind(), "USD", null, m.timeAggregation())
                                : m)
                        .toList(),
                SampleFacts.CATALOGUE.indicators());
    }

    @Test
    void gate_comparesMoneyInOneCurrency() {
        facts.with(withProfitInDollars());
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            facts.row("COHORT_GP", month, "10").row("COHORT_CUST", month, "1");
            facts.row("MKT_COST", month, "200").row("SALES_COST", month, "100").row("NEW_CUSTOMERS", month, "1");
        }
        Gate gate = Gate.of(
                new GateTerms("LTV", "CAC_FULL", new BigDecimal("3"), GateMode.ZERO, null, 0, null),
                SampleFacts.CATALOGUE);
        Grounds usual = facts.grounds(
                "MARKETING", approved(Q3, item("LTV_CAC", "100", "target=3").with(gate)));
        ExchangeRates rates = new ExchangeRates(
                "RUB", List.of(rate("2026-07", "90", null), rate("2026-08", "90", null), rate("2026-09", "90", null)));
        Grounds converted = with(usual, usual.definitions(), rates, usual.rules(), usual.shown(), usual.children());
        ScorecardItem ratio = first(SampleFacts.scorecard(converted, "2026-Q3", TODAY));
        // 10 dollars are 900 roubles, three times 300; ten by 300 would fail
        assertThat(ratio.actual().usable().orElseThrow()).isEqualByComparingTo("3");
        assertThat(ratio.beside().gate().orElseThrow().state())
                .isEqualTo(GateState.PASS)
                .isNotEqualTo(GateState.FAIL);
    }

    @Test
    void ltvOfThreeTimesCac_isAnExactTest_thoughBothPrintThree() {
        facts.row("COHORT_GP", "2026-Q3", "600").row("COHORT_CUST", "2026-Q3", "1");
        facts.row("MKT_COST", "2026-Q3", "200.01")
                .row("SALES_COST", "2026-Q3", "0")
                .row("NEW_CUSTOMERS", "2026-Q3", "1");
        Gate gate = Gate.of(
                new GateTerms("LTV", "CAC_FULL", new BigDecimal("3"), GateMode.SCALE, null, 0, null),
                SampleFacts.CATALOGUE);
        Plan plan = approved(Q3, item("LTV_CAC", "100", "target=2.9").with(gate));
        ScorecardItem ratio = first(facts.scorecard("2026-Q3", TODAY, plan));
        assertThat(new ItemText(ratio, java.util.Locale.ENGLISH).actual()).isEqualTo("3.00");
        assertThat(ratio.beside().gate().orElseThrow().state()).isEqualTo(GateState.FAIL);
    }

    private static Catalogue withSalesCost() {
        return new Catalogue(
                SampleFacts.CATALOGUE.measures(),
                SampleFacts.CATALOGUE.indicators().stream()
                        .map(i -> i.code().equals("CAC")
                                ? i.by(Formula.parse("(MKT_COST + SALES_COST) / NEW_CUSTOMERS"), i.direction())
                                : i)
                        .toList());
    }

    @Test
    void oldPeriod_keepsItsDefinition_andTheComparisonSaysThatItChanged() {
        for (String quarter : List.of("2026-Q2", "2026-Q3")) {
            facts.row("MKT_COST", quarter, "1000")
                    .row("SALES_COST", quarter, "9000")
                    .row("NEW_CUSTOMERS", quarter, "10");
        }
        Catalogue later = withSalesCost();
        Definitions definitions = day -> day.isBefore(Q3.start()) ? SampleFacts.CATALOGUE : later;
        Grounds usual = facts.grounds("MARKETING");
        Grounds changed = with(usual, definitions, usual.rates(), usual.rules(), usual.shown(), usual.children());
        ScorecardItem q3 = line(SampleFacts.scorecard(changed, "2026-Q3", TODAY), "CAC");
        assertThat(q3.actual().usable().orElseThrow()).isEqualByComparingTo("1000");
        assertThat(q3.previous().usable().orElseThrow()).isEqualByComparingTo("100");
        assertThat(q3.notes()).contains(ScorecardItem.Note.REDEFINED);
        ScorecardItem q2 = line(SampleFacts.scorecard(changed, "2026-Q2", TODAY), "CAC");
        assertThat(q2.actual().usable().orElseThrow()).isEqualByComparingTo("100");
        assertThat(q2.notes()).doesNotContain(ScorecardItem.Note.REDEFINED);
    }

    private static ScorecardItem line(Scorecard card, String indicator) {
        return card.items().stream()
                .filter(i -> i.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void month_isComparedToDate_byQuarterYearAndTwelveMonths() {
        facts.days("LEADS", "2024-01-01", TODAY, "10");
        ScorecardItem leads = line(facts.scorecard("2026-11", TODAY), "LEADS");
        assertThat(leads.beside().rolling())
                .extracting(r -> r.span() + " " + r.days().start() + ".."
                        + r.days().endInclusive() + " / "
                        + r.referenceDays().start() + ".." + r.referenceDays().endInclusive() + " = "
                        + r.actual().usable().orElseThrow().toPlainString())
                .containsExactly(
                        "QTD 2026-10-01..2026-11-21 / 2025-10-01..2025-11-21 = 520",
                        "YTD 2026-01-01..2026-11-21 / 2025-01-01..2025-11-21 = 3250",
                        "R12 2025-11-01..2026-10-31 / 2024-11-01..2025-10-31 = 3650");
    }

    @Test
    void yearToDate_addsThePlansOfItsQuarters() {
        facts.days("LEADS", "2025-01-01", TODAY, "10");
        Plan q3 = approved(Q3, item("LEADS", "100", "target=920"));
        Plan q4 = approved(Q4, item("LEADS", "100", "target=920"));
        RollingComparison year = first(facts.scorecard("2026-Q4", TODAY, q3, q4))
                .beside()
                .rolling()
                .get(0);
        assertThat(year.span()).isEqualTo(RollingComparison.Span.YTD);
        assertThat(year.plan()).isEqualTo(new Cell.NotApplicable());
        Plan q1 = approved(Period.parse("2026-Q1"), item("LEADS", "100", "target=900"));
        Plan q2 = approved(Period.parse("2026-Q2"), item("LEADS", "100", "target=910"));
        RollingComparison whole = first(facts.scorecard("2026-Q4", TODAY, q1, q2, q3, q4))
                .beside()
                .rolling()
                .get(0);
        assertThat(whole.plan().usable().orElseThrow()).isEqualByComparingTo("3250");
    }

    @Test
    void moneyInAnotherCurrency_splitsItsVariance_andIsScoredByItsOwn() {
        facts.of("ADS", "REVENUE", "2026-07", "60").of("ADS", "REVENUE", "2026-08", "40");
        facts.of("ADS", "REVENUE", "2026-09", "0");
        Plan plan = approved(Q3, item("REVENUE", "100", "target=90"));
        ExchangeRates rates = new ExchangeRates(
                "RUB",
                List.of(
                        rate("2026-07", "94", null),
                        rate("2026-08", "96.5", null),
                        rate("2026-09", "99", null),
                        rate("2026-Q3", null, "90")));
        Grounds usual = facts.grounds("ADS", plan);
        Grounds shown = with(usual, usual.definitions(), rates, usual.rules(), Optional.of("RUB"), usual.children());
        ScorecardItem revenue = first(SampleFacts.scorecard(shown, "2026-Q3", TODAY));
        assertThat(revenue.currency()).isEqualTo("RUB");
        assertThat(revenue.actual().usable().orElseThrow()).isEqualByComparingTo("9500");
        assertThat(revenue.plan().usable().orElseThrow()).isEqualByComparingTo("8100");
        CurrencyEffect effect = revenue.beside().currencyEffect().orElseThrow();
        assertThat(effect.operational()).isEqualByComparingTo("900");
        assertThat(effect.fx()).isEqualByComparingTo("500");
        assertThat(revenue.deltaPlan().absolute()).isEqualByComparingTo("1400");
        ScorecardItem own = first(SampleFacts.scorecard(usual, "2026-Q3", TODAY));
        assertThat(revenue.achievement()).isEqualByComparingTo(own.achievement());
        assertThat(own.currency()).isEqualTo("USD");
        Explanation explanation = new ScorecardAssembler(shown)
                .explain(revenue.key(), Q3, SampleFacts.after(TODAY), SampleFacts.ZONE)
                .orElseThrow();
        assertThat(explanation.step(Explanation.Kind.ACTUAL).orElseThrow().value())
                .isEqualByComparingTo(revenue.actual().raw().orElseThrow());
        assertThat(explanation.step(Explanation.Kind.TARGET).orElseThrow().value())
                .isEqualByComparingTo(revenue.plan().raw().orElseThrow());
        assertThat(explanation.step(Explanation.Kind.ACHIEVEMENT).orElseThrow().working())
                .startsWith("x = 100, F = 0, T = 90");
    }

    private static ExchangeRates.Rate rate(String period, String average, String plan) {
        return new ExchangeRates.Rate(
                "USD",
                Period.parse(period),
                average == null ? null : new BigDecimal(average),
                null,
                plan == null ? null : new BigDecimal(plan));
    }

    @Test
    void explanation_reachesTheRows_andTheyAddUpToTheValue() {
        facts.days("MKT_COST", "2026-10-01", TODAY, "100").days("SEO", "MKT_COST", "2026-10-01", TODAY, "20");
        facts.days("NEW_CUSTOMERS", "2026-10-01", TODAY, "2");
        Plan plan = approved(Q4, item("CAC", "60", "target=50 floor=70"), item("LEADS", "40", "target=920"));
        Explanation explanation = new ScorecardAssembler(facts.grounds("MARKETING", plan))
                .explain("CAC", Q4, SampleFacts.after(TODAY), SampleFacts.ZONE)
                .orElseThrow();
        assertThat(explanation.steps())
                .extracting(Explanation.Step::kind)
                .containsExactly(
                        Explanation.Kind.ACTUAL,
                        Explanation.Kind.TARGET,
                        Explanation.Kind.PLAN_TO_DATE,
                        Explanation.Kind.ACHIEVEMENT,
                        Explanation.Kind.POINTS,
                        Explanation.Kind.PREVIOUS,
                        Explanation.Kind.PRIOR_YEAR);
        Explanation.Step actual = explanation.step(Explanation.Kind.ACTUAL).orElseThrow();
        assertThat(actual.working()).isEqualTo("MKT_COST / NEW_CUSTOMERS");
        assertThat(actual.value()).isEqualByComparingTo("60");
        assertThat(actual.inputs()).extracting(Explanation.Step::subject).containsExactly("MKT_COST", "NEW_CUSTOMERS");
        Explanation.Step cost = actual.inputs().get(0);
        assertThat(cost.value()).isEqualByComparingTo("6240");
        assertThat(cost.inputs()).extracting(Explanation.Step::subject).containsExactlyInAnyOrder("MARKETING", "SEO");
        BigDecimal rows = explanation.slices().stream()
                .filter(s -> s.measure().equals("MKT_COST"))
                .map(FactSlice::sum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rows).isEqualByComparingTo(cost.value());
        assertThat(explanation.step(Explanation.Kind.ACHIEVEMENT).orElseThrow().value())
                .isEqualByComparingTo("50");
        assertThat(explanation.step(Explanation.Kind.POINTS).orElseThrow().value())
                .isEqualByComparingTo("30");
    }

    @Test
    void explanationOfAnInnerIndicator_namesItsOwnFormula() {
        facts.row("COHORT_GP", "2026-Q3", "600").row("COHORT_CUST", "2026-Q3", "2");
        facts.row("MKT_COST", "2026-Q3", "50")
                .row("SALES_COST", "2026-Q3", "50")
                .row("NEW_CUSTOMERS", "2026-Q3", "1");
        Explanation explanation = new ScorecardAssembler(facts.grounds("MARKETING"))
                .explain("LTV_CAC", Q3, SampleFacts.after(TODAY), SampleFacts.ZONE)
                .orElseThrow();
        List<Explanation.Step> inner =
                explanation.step(Explanation.Kind.ACTUAL).orElseThrow().inputs();
        assertThat(inner).extracting(Explanation.Step::kind).containsOnly(Explanation.Kind.INDICATOR);
        assertThat(inner).extracting(Explanation.Step::subject).containsExactly("LTV", "CAC_FULL");
        assertThat(inner.get(0).value()).isEqualByComparingTo("300");
        assertThat(inner.get(1).value()).isEqualByComparingTo("100");
    }

    @Test
    void workingDays_areCompared_whereTheyDifferByTwo() {
        facts.days("LEADS", "2025-01-01", "2026-12-31", "1");
        Grounds usual = facts.grounds("MARKETING");
        Grounds holidays = with(usual, usual.definitions(), usual.rates(), RUSSIA, usual.shown(), usual.children());
        Scorecard january = SampleFacts.scorecard(holidays, "2026-01", TODAY);
        long here = WorkingDays.russia().count(Period.parse("2026-01").days());
        long before = WorkingDays.russia().count(Period.parse("2025-12").days());
        assertThat(january.heading().workingDaysToPrevious()).contains(here - before);
        assertThat(january.heading().workingDaysToPriorYear())
                .isEqualTo(WorkingDays.russia()
                        .workingDaysDifference(
                                Period.parse("2026-01").days(),
                                new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31))));
    }

    @Test
    void departmentsBelow_makeAnIndexBesideTheScore() {
        facts.row("LEADS", "2026-Q3", "1000");
        Plan plan = approved(Q3, item("LEADS", "100", "target=1000"));
        Grounds usual = facts.grounds("MARKETING", plan);
        Score rated = Score.of(
                List.of(new Score.Part(BigDecimal.TEN, new BigDecimal("80"), new BigDecimal("120"))),
                new ScoreRules(BigDecimal.ONE, false, false));
        Grounds weighed = with(
                usual,
                usual.definitions(),
                usual.rates(),
                usual.rules(),
                usual.shown(),
                List.of(
                        new ChildrenIndex.Child("SEO", new BigDecimal("60"), rated),
                        new ChildrenIndex.Child("ADS", new BigDecimal("40"), Score.NO_PLAN)));
        Scorecard card = SampleFacts.scorecard(weighed, "2026-Q3", TODAY);
        assertThat(card.score().value()).isEqualByComparingTo("100");
        ChildrenIndex index = card.children().orElseThrow();
        assertThat(index.value()).isEqualByComparingTo("80");
        assertThat(index.coverage()).isEqualByComparingTo("60");
        assertThat(index.unrated()).containsExactly("ADS");
    }
}
