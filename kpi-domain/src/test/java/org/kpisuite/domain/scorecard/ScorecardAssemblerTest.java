package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.diagnostic;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.Plan;

/** Whole scorecards, as text. The running quarter is 2026-Q4 as of 21 November: 52 of its 92 days. */
class ScorecardAssemblerTest {
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final String TODAY = "2026-11-21";

    private final SampleFacts facts = new SampleFacts();

    private static ScorecardItem only(Scorecard card) {
        assertThat(card.items()).hasSize(1);
        return card.items().get(0);
    }

    private SampleFacts dailyLeads() {
        return facts.days("LEADS", "2025-10-01", "2025-12-31", "8")
                .days("LEADS", "2026-07-01", "2026-09-30", "9")
                .days("LEADS", "2026-10-01", TODAY, "10");
    }

    @Test
    void openQuarter_isComparedToDate_overTheSameDays() {
        dailyLeads();
        assertThat(ScorecardText.of(
                        facts.scorecard("2026-Q4", TODAY, approved(Q4, item("LEADS", "100", "target=920")))))
                .isEqualTo("""
                        MARKETING 2026-Q4 to 2026-11-21, 52 of 92 days, plan ACTIVE
                        score 100 GREEN, coverage 100, 100..100
                        LEADS AC 520 | PL 520 of 920, Δ0 0% | PP 468, Δ52 11.1111% | PY 416, Δ104 25% | FC 920 | A 100 GREEN | to 2026-11-21 []
                        """);
    }

    @Test
    void otherSource_isRemarked_byHowFarItIsFromTheOneThatCounts_overTheDaysOfBoth() {
        dailyLeads()
                .row("MARKETING", "LEADS", "", "SHOP", "2026-10-01", "15")
                .row("MARKETING", "LEADS", "", "SHOP", "2026-10-02", "10")
                .row("MARKETING", "LEADS", "", "SHOP", "2026-09-30", "99")
                .row("MARKETING", "LEADS", "", "MANUAL", "2026-10-03", "10");
        ScorecardItem leads = only(facts.scorecard("2026-Q4", TODAY, approved(Q4, item("LEADS", "100", "target=920"))));
        assertThat(ScorecardText.cell(leads.actual())).isEqualTo("520");
        assertThat(leads.notes()).containsExactly(ScorecardItem.Note.OTHER_SOURCE);
        assertThat(leads.beside().otherSources())
                .as("the day of the quarter before is not of this actual; what agrees is not told")
                .containsExactly(new OtherSource(
                        "LEADS", "MARKETING", "CRM", "SHOP", new BigDecimal("20"), new BigDecimal("25")));
        assertThat(new ItemWords(leads, Messages.EN).note(ScorecardItem.Note.OTHER_SOURCE))
                .isEqualTo("≠ LEADS of MARKETING: SHOP differs by +25.0\u00a0% from CRM, which counts");
        assertThat(new ItemWords(leads, Messages.RU).note(ScorecardItem.Note.OTHER_SOURCE))
                .isEqualTo("≠ LEADS, MARKETING: источник SHOP отличается на +25,0\u00a0% от CRM, который учитывается");
    }

    @Test
    void otherSourceOfAState_isComparedByItsLatestValue_andMonthsOfOtherDaysNotAtAll() {
        facts.row("FOLLOWERS", "2026-10-01", "100")
                .row("FOLLOWERS", "2026-11-01", "120")
                .row("MARKETING", "FOLLOWERS", "", "SHOP", "2026-10-01", "100")
                .row("MARKETING", "FOLLOWERS", "", "SHOP", "2026-11-01", "90")
                .together("LEADS", "2026-10", "2026-10-31", "310", "10")
                .togetherOf("SHOP", "LEADS", "2026-10", "2026-10-05", "55");
        Scorecard card = facts.scorecard("2026-Q4", TODAY);
        ScorecardItem followers = card.items().stream()
                .filter(i -> i.indicator().equals("FOLLOWERS"))
                .findFirst()
                .orElseThrow();
        assertThat(followers.beside().otherSources())
                .containsExactly(new OtherSource(
                        "FOLLOWERS", "MARKETING", "CRM", "SHOP", new BigDecimal("120"), new BigDecimal("90")));
        assertThat(card.items().stream()
                        .filter(i -> i.indicator().equals("LEADS"))
                        .flatMap(i -> i.beside().otherSources().stream()))
                .isEmpty();
    }

    @Test
    void t19_flowToDate_isMeasuredAgainstThePhasedTarget_withARunRate() {
        facts.days("LEADS", "2026-10-01", "2026-11-20", "13").row("LEADS", TODAY, "37");
        ScorecardItem leads =
                only(facts.scorecard("2026-Q4", TODAY, approved(Q4, item("LEADS", "100", "target=1200"))));
        assertThat(ScorecardText.cell(leads.actual())).isEqualTo("700");
        assertThat(ScorecardText.cell(leads.planToDate())).isEqualTo("678.2609");
        assertThat(ScorecardText.number(leads.achievement())).isEqualTo("103.2051");
        assertThat(ScorecardText.cell(leads.forecast())).isEqualTo("1238.4615");
        assertThat(leads.forecastMethod()).contains(ScorecardItem.ForecastMethod.RUN_RATE);
    }

    @Test
    void runRate_isNotGivenBeforeAQuarterOfTheTime_norOnceItIsOver() {
        facts.days("LEADS", "2026-10-01", "2026-12-31", "10");
        Plan plan = approved(Q4, item("LEADS", "100", "target=920"));
        assertThat(only(facts.scorecard("2026-Q4", "2026-10-22", plan)).forecast())
                .isEqualTo(new Cell.NotApplicable());
        assertThat(ScorecardText.cell(
                        only(facts.scorecard("2026-Q4", "2026-10-23", plan)).forecast()))
                .isEqualTo("920");
        assertThat(only(facts.scorecard("2026-Q4", "2026-12-31", plan)).forecast())
                .isEqualTo(new Cell.NotApplicable());
    }

    @Test
    void monthlyFeedInAnOpenQuarter_isComparedToTheEndOfItsLastMonthOnly_andMarked() {
        dailyLeads();
        for (String month : List.of("2025-10", "2025-11", "2025-12", "2026-07", "2026-08", "2026-09", "2026-10")) {
            facts.row("NEW_CUSTOMERS", month, month.startsWith("2025") ? "50" : "60");
        }
        Plan plan = approved(Q4, item("LEADS", "50", "target=920"), item("NEW_CUSTOMERS", "50", "target=184"));
        assertThat(ScorecardText.of(facts.scorecard("2026-Q4", TODAY, plan))).isEqualTo("""
                MARKETING 2026-Q4 to 2026-11-21, 52 of 92 days, plan ACTIVE
                score 98.3871 AMBER, coverage 100, 98.3871..98.3871
                LEADS AC 520 | PL 520 of 920, Δ0 0% | PP 468, Δ52 11.1111% | PY 416, Δ104 25% | FC 920 | A 100 GREEN | to 2026-11-21 []
                NEW_CUSTOMERS AC 60 (0.5962) | PL 62 of 184, Δ-2 -3.2258% | PP 60, Δ0 0% | PY 50, Δ10 20% | FC 178.0645 | A 96.7742 AMBER | to 2026-10-31 [PARTIAL]
                """);
    }

    @Test
    void closedQuarter_isComparedWhole_withLeapDaysAndAll() {
        facts.days("LEADS", "2024-01-01", "2024-03-31", "10").days("LEADS", "2025-01-01", "2025-03-31", "10");
        Plan plan = approved(Period.parse("2025-Q1"), item("LEADS", "100", "target=1000 floor=800 stretch=1200"));
        assertThat(ScorecardText.of(facts.scorecard("2025-Q1", "2026-11-21", plan)))
                .isEqualTo("""
                MARKETING 2025-Q1 to 2025-03-31, 90 of 90 days, plan ACTIVE
                score 50 RED, coverage 100, 50..50
                LEADS AC 900 | PL 1000 of 1000, Δ-100 -10% | PP NotDelivered, NO_REF | PY 910, Δ-10 -1.0989% | FC NotApplicable | A 50 RED | to 2025-03-31 []
                """);
    }

    @Test
    void missingIsNotZero_isLeftOut_andLowersCoverage() {
        facts.row("LEADS", "2026-09", "100").row("MKT_COST", "2026-08", "5");
        Plan plan = approved(
                Q3, item("CAC", "30", "target=100"), item("NPS", "20", "target=45"), item("LEADS", "50", "target=100"));
        assertThat(ScorecardText.of(facts.scorecard("2026-Q3", TODAY, plan))).isEqualTo("""
                MARKETING 2026-Q3 to 2026-09-30, 92 of 92 days, plan ACTIVE
                score - GREY, coverage 0, 0..120
                CAC AC NotDelivered | PL 100 of 100, NO_ACTUAL | PP NotDelivered, NO_ACTUAL | PY NotDelivered, NO_ACTUAL | FC NotApplicable | A - GREY | to null [NOT_DELIVERED]
                NPS AC NotDelivered | PL 45 of 45, NO_ACTUAL | PP NotDelivered, NO_ACTUAL | PY NotDelivered, NO_ACTUAL | FC NotApplicable | A - GREY | to null [NOT_DELIVERED]
                LEADS AC 100 (0.3261) | PL 100 of 100, NO_ACTUAL | PP NotDelivered, NO_ACTUAL | PY NotDelivered, NO_ACTUAL | FC NotApplicable | A - GREY | to 2026-09-30 [TOO_INCOMPLETE]
                """);
    }

    @Test
    void halfDelivered_isPrintedAndScored_withItsMark() {
        facts.days("LEADS", "2026-07-01", "2026-08-15", "10");
        ScorecardItem leads = only(facts.scorecard("2026-Q3", TODAY, approved(Q3, item("LEADS", "100", "target=920"))));
        assertThat(leads.notes()).containsExactly(ScorecardItem.Note.PARTIAL);
        assertThat(ScorecardText.number(leads.achievement())).isEqualTo("50");
        assertThat(leads.completeness().share()).isEqualByComparingTo("0.5");
    }

    @Test
    void noPlan_showsAllIndicatorsWithData_andNoScore() {
        facts.row("LEADS", "2026-07", "1").row("LEADS", "2026-08", "2").row("LEADS", "2026-09", "3");
        facts.row("QUAL_LEADS", "2026-09", "1").row("FOLLOWERS", "2026-09", "900");
        Scorecard card = facts.scorecard("2026-Q3", TODAY);
        assertThat(card.plan()).isEmpty();
        assertThat(card.score()).isEqualTo(Score.NO_PLAN);
        assertThat(card.items())
                .extracting(ScorecardItem::key)
                .containsExactly("LEADS", "QUAL_RATE", "FOLLOWERS", "FOLLOWERS_MEAN");
        assertThat(card.items()).allSatisfy(i -> {
            assertThat(i.notes()).contains(ScorecardItem.Note.PLAN_NOT_APPROVED);
            assertThat(i.achievement()).isNull();
            assertThat(i.weight()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(i.plan()).isEqualTo(new Cell.NotApplicable());
        });
        assertThat(Headline.of(card, Messages.EN)).isEqualTo("No approved plan: 4 indicators with data, none scored");
    }

    @Test
    void diagnostics_areShown_andNeverScored() {
        facts.row("LEADS", "2026-07", "100").row("LEADS", "2026-08", "100").row("LEADS", "2026-09", "100");
        facts.row("CLICKS", "2026-09", "1").row("IMPRESSIONS", "2026-09", "100");
        Scorecard card =
                facts.scorecard("2026-Q3", TODAY, approved(Q3, item("LEADS", "100", "target=300"), diagnostic("CTR")));
        assertThat(card.items().get(1).achievement()).isNull();
        assertThat(card.items().get(1).usage()).isEqualTo(Usage.DIAG);
        assertThat(card.score().value()).isEqualByComparingTo("100");
        assertThat(card.distribution())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Status.GREEN, 1, Status.AMBER, 0, Status.RED, 0, Status.GREY, 0));
    }

    @Test
    void costWithoutResult_scoresNothing_thisQuarterAndAsTheOneBefore() {
        facts.row("MKT_COST", "2026-Q3", "500").row("NEW_CUSTOMERS", "2026-Q3", "0");
        facts.row("LEADS", "2026-Q3", "100").row("LEADS", "2026-Q4", "100");
        Plan q3 = approved(Q3, item("LEADS", "60", "target=100"), item("CAC", "40", "target=100"));
        Scorecard then = facts.scorecard("2026-Q3", "2026-10-15", q3);
        assertThat(then.items().get(1).actual()).isEqualTo(new Cell.Failed(Cell.Reason.DIV0_COST, "NEW_CUSTOMERS"));
        assertThat(then.items().get(1).notes()).containsExactly(ScorecardItem.Note.DIV0_COST);
        assertThat(then.items().get(1).status()).isEqualTo(Status.RED);
        assertThat(then.score().value()).isEqualByComparingTo("60");
        assertThat(then.score().coverage()).isEqualByComparingTo("100");
        Scorecard now = facts.scorecard("2026-Q4", "2026-12-31", q3, approved(Q4, item("LEADS", "100", "target=100")));
        assertThat(now.previousScore()).isEqualTo(then.score());
    }

    @Test
    void zeroByZero_isExcused_notZero() {
        facts.row("MKT_COST", "2026-Q3", "0")
                .row("NEW_CUSTOMERS", "2026-Q3", "0")
                .row("LEADS", "2026-Q3", "100");
        Plan plan = approved(Q3, item("LEADS", "60", "target=100"), item("CAC", "40", "target=100"));
        Scorecard card = facts.scorecard("2026-Q3", TODAY, plan);
        assertThat(card.items().get(1).notes()).containsExactly(ScorecardItem.Note.DIV0);
        assertThat(card.score().value()).isEqualByComparingTo("100");
        assertThat(card.score().coverage()).isEqualByComparingTo("60");
    }

    @Test
    void stockInAnOpenQuarter_growsFromItsOpeningToTheTarget() {
        facts.row("FOLLOWERS", "2026-09-30", "20000").row("FOLLOWERS", TODAY, "23000");
        Plan plan = approved(Q4, item("FOLLOWERS", "100", "target=26000"));
        ScorecardItem followers = only(facts.scorecard("2026-Q4", TODAY, plan));
        assertThat(ScorecardText.cell(followers.planToDate())).isEqualTo("23391.3043");
        assertThat(followers.forecast()).isEqualTo(new Cell.NotApplicable());
    }

    @Test
    void stockWithoutOpening_isNotScored_andSaysSo() {
        facts.row("FOLLOWERS", TODAY, "23000");
        ScorecardItem followers =
                only(facts.scorecard("2026-Q4", TODAY, approved(Q4, item("FOLLOWERS", "100", "target=26000"))));
        assertThat(followers.achievement()).isNull();
        assertThat(followers.notes()).containsExactly(ScorecardItem.Note.NO_OPENING);
        assertThat(followers.planToDate()).isEqualTo(new Cell.NotApplicable());
    }

    @Test
    void monthlyStockInAnOpenQuarter_isComparedAsOfItsMonth() {
        dailyLeads().row("FOLLOWERS", "2026-09", "20000").row("FOLLOWERS", "2026-10", "22000");
        Plan plan = approved(Q4, item("LEADS", "50", "target=920"), item("FOLLOWERS", "50", "target=26000"));
        ScorecardItem followers =
                facts.scorecard("2026-Q4", TODAY, plan).items().get(1);
        assertThat(followers.dataTo()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(ScorecardText.cell(followers.planToDate())).isEqualTo("22021.7391");
        assertThat(followers.notes()).containsExactly(ScorecardItem.Note.PARTIAL);
    }

    @Test
    void staleStockOfAClosedQuarter_isMarkedStale_andComparedWhole() {
        facts.row("FOLLOWERS", "2026-07", "900").row("FOLLOWERS", "2026-08", "950");
        ScorecardItem followers =
                only(facts.scorecard("2026-Q3", TODAY, approved(Q3, item("FOLLOWERS", "100", "target=1000"))));
        assertThat(followers.notes()).containsExactly(ScorecardItem.Note.STALE);
        assertThat(ScorecardText.number(followers.achievement())).isEqualTo("95");
    }

    @Test
    void t21_ratio_isMeasuredAgainstTheWholeTarget_whileThePeriodRuns() {
        facts.days("MKT_COST", "2026-10-01", TODAY, "1000").days("NEW_CUSTOMERS", "2026-10-01", TODAY, "8");
        ScorecardItem cac = only(facts.scorecard("2026-Q4", TODAY, approved(Q4, item("CAC", "100", "target=100"))));
        assertThat(ScorecardText.cell(cac.planToDate())).isEqualTo("100");
        assertThat(ScorecardText.number(cac.achievement())).isEqualTo("75");
        assertThat(cac.forecast()).isEqualTo(new Cell.NotApplicable());
        assertThat(cac.effect(cac.deltaPlan().absolute())).isEqualTo(-1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"STEP, -, 0", "WORKDAYS, 104.0541, 672.7273", "LINEAR_DAYS, 103.2051, 678.2609"})
    void phasing_saysWhatIsExpectedToDate_andNothingDueIsNotScored(
            Phasing phasing, String achievement, String planToDate) {
        facts.days("LEADS", "2026-10-01", "2026-11-20", "13").row("LEADS", TODAY, "37");
        Plan plan = approved(Q4, item("LEADS", Map.of(), Usage.EVAL, "100", "target=1200", phasing));
        ScorecardItem leads = only(facts.scorecard("2026-Q4", TODAY, plan));
        assertThat(ScorecardText.number(leads.achievement())).isEqualTo(achievement);
        assertThat(ScorecardText.cell(leads.planToDate())).isEqualTo(planToDate);
    }

    @Test
    void band_isPhasedLikeATarget() {
        facts.days("MKT_COST", "2026-10-01", TODAY, "10");
        Plan plan = approved(Q4, item("MKT_COST", "100", "low=874 high=966 lowFloor=736 highFloor=1104"));
        ScorecardItem cost = only(facts.scorecard("2026-Q4", TODAY, plan));
        assertThat(ScorecardText.number(cost.achievement())).isEqualTo("100");
        assertThat(ScorecardText.cell(cost.planToDate())).isEqualTo("520");
        assertThat(cost.effect(BigDecimal.ONE)).isZero();
    }

    @Test
    void onlyTheCellWithUnlikeCurrencies_fails() {
        facts.of("SEO", "REVENUE", "2026-Q3", "1000").of("ADS", "REVENUE", "2026-Q3", "20");
        facts.of("SEO", "LEADS", "2026-Q3", "100").of("ADS", "LEADS", "2026-Q3", "50");
        Plan plan = approved(Q3, item("REVENUE", "40", "target=1000"), item("LEADS", "60", "target=150"));
        Scorecard card = facts.scorecard("2026-Q3", TODAY, plan);
        assertThat(card.items().get(0).actual()).isEqualTo(new Cell.Failed(Cell.Reason.CURRENCY));
        assertThat(card.items().get(0).notes()).containsExactly(ScorecardItem.Note.CURRENCIES);
        assertThat(card.items().get(0).currency()).isEqualTo("RUB");
        assertThat(card.items().get(1).achievement()).isEqualByComparingTo("100");
        assertThat(card.score().coverage()).isEqualByComparingTo("60");
        assertThat(facts.scorecard("ADS", "2026-Q3", TODAY).items())
                .filteredOn(i -> i.indicator().equals("REVENUE"))
                .extracting(ScorecardItem::currency)
                .containsExactly("USD");
    }

    @Test
    void parent_isTheSumOfItsSubtree_scoredByItsOwnTarget() {
        facts.of("SEO", "MKT_COST", "2026-Q3", "1000").of("SEO", "NEW_CUSTOMERS", "2026-Q3", "10");
        facts.row("MKT_COST", "2026-Q3", "9000").row("NEW_CUSTOMERS", "2026-Q3", "30");
        ScorecardItem cac = only(facts.scorecard(
                "2026-Q3", TODAY, approved(Q3, item("CAC", "100", "target=240 floor=300 stretch=200"))));
        assertThat(ScorecardText.cell(cac.actual())).isEqualTo("250");
        assertThat(ScorecardText.number(cac.achievement())).isEqualTo("83.3333");
    }

    @Test
    void itemOfAChannel_isMeasuredByItsOwnRows_andNamedAfterThem() {
        facts.row("LEADS", "2026-Q3", "100").row("MARKETING", "LEADS", "channel=social", "CRM", "2026-Q3", "40");
        Plan plan = approved(
                Q3, item("LEADS", "50", "target=100"), item("LEADS", Map.of("channel", "social"), "50", "target=50"));
        Scorecard card = facts.scorecard("2026-Q3", TODAY, plan);
        assertThat(card.items()).extracting(ScorecardItem::key).containsExactly("LEADS", "LEADS[channel=social]");
        assertThat(card.items().get(1).name().ru()).isEqualTo("Лиды (social)");
        assertThat(card.score().value()).isEqualByComparingTo("90");
    }

    @Test
    void catalogueEditedAfterwards_doesNotChangeARunningPlan() {
        facts.row("MKT_COST", "2026-Q3", "1000").row("SALES_COST", "2026-Q3", "9000");
        facts.row("NEW_CUSTOMERS", "2026-Q3", "10");
        Plan plan = approved(Q3, item("CAC", "100", "target=100"));
        Catalogue edited = new Catalogue(
                SampleFacts.CATALOGUE.measures(),
                SampleFacts.CATALOGUE.indicators().stream()
                        .map(i -> i.code().equals("CAC") ? withSalesCost(i) : i)
                        .toList());
        ScorecardItem cac = only(facts.with(edited).scorecard("2026-Q3", TODAY, plan));
        assertThat(ScorecardText.cell(cac.actual())).isEqualTo("100");
        assertThat(measures(FactNeeds.of(Definitions.always(edited), List.of(plan), Q3, LocalDate.of(2026, 11, 21))))
                .contains("MKT_COST", "NEW_CUSTOMERS");
    }

    private static Indicator withSalesCost(Indicator cac) {
        return cac.by(Formula.parse("(MKT_COST + SALES_COST) / NEW_CUSTOMERS"), cac.direction());
    }

    @Test
    void trend_hasThirteenWholePeriods_thisOneLast_withTheirOwnPlans() {
        for (int i = 0; i < 17; i++) {
            facts.row("LEADS", Q4.plus(-i).code(), String.valueOf(1000 - i));
        }
        Plan q3 = approved(Q3, item("LEADS", "100", "target=990"));
        Scorecard card = facts.scorecard("2026-Q4", "2026-12-31", q3, approved(Q4, item("LEADS", "100", "target=995")));
        assertThat(card.trendPeriods()).hasSize(13).last().isEqualTo(Q4);
        assertThat(only(card).trend())
                .extracting(p -> p.period() + " " + ScorecardText.cell(p.actual()) + " " + ScorecardText.cell(p.plan())
                        + " " + ScorecardText.cell(p.previous()) + " " + ScorecardText.cell(p.priorYear()))
                .startsWith("2023-Q4 988 NotApplicable 987 984")
                .endsWith("2026-Q3 999 990 998 995", "2026-Q4 1000 995 999 996");
        assertThat(ScorecardText.number(card.previousScore().value())).isEqualTo("100.9091");
    }

    @Test
    void nothingDeliveredYet_isAScorecardAllTheSame() {
        Plan plan = approved(Q4, item("LEADS", "50", "target=920"), item("FOLLOWERS", "50", "target=5"));
        for (String lastDay : List.of("2026-08-01", "2026-09-30", "2026-10-01", TODAY, "2026-12-31")) {
            Scorecard card = facts.scorecard("2026-Q4", lastDay, plan);
            assertThat(card.items()).allSatisfy(i -> assertThat(i.actual()).isEqualTo(new Cell.NotDelivered()));
            assertThat(card.score().status()).isEqualTo(Status.GREY);
            assertThat(Headline.of(card, Messages.RU)).isEqualTo("Данных пока нет: оценки нет");
        }
    }

    @Test
    void dayIsOver_atMidnightOfTheCompanysZone() {
        facts.days("LEADS", "2026-10-01", "2026-11-22", "10");
        ScorecardAssembler assembler =
                new ScorecardAssembler(SampleFacts.CATALOGUE, SampleFacts.TREE, facts.facts(), Map.of());
        for (String[] c : new String[][] {{"2026-11-21T20:59:59Z", "2026-11-20"}, {"2026-11-21T21:00:00Z", TODAY}}) {
            Scorecard card = assembler.assemble("MARKETING", Q4, Instant.parse(c[0]), SampleFacts.ZONE, List.of());
            assertThat(card.heading().lastDay()).isEqualTo(LocalDate.parse(c[1]));
        }
    }

    @Test
    void equalInput_givesAnEqualScorecard() {
        dailyLeads().row("FOLLOWERS", "2026-10", "900").row("MKT_COST", "2026-10", "5");
        Plan plan = approved(Q4, item("LEADS", "60", "target=920"), item("CAC", "40", "target=100"));
        assertThat(facts.scorecard("2026-Q4", TODAY, plan)).isEqualTo(facts.scorecard("2026-Q4", TODAY, plan));
    }

    @Test
    void headline_namesTheLargestWeightedLoss_andNeverClaimsMoreThanIsThere() {
        facts.row("LEADS", "2026-Q3", "900").row("REVENUE", "2026-Q3", "2000000");
        Plan missed = approved(Q3, item("LEADS", "60", "target=1000"), item("REVENUE", "40", "target=2500000"));
        assertThat(Headline.of(facts.scorecard("2026-Q3", TODAY, missed), Messages.EN))
                .isEqualTo("Revenue: 500\u00A0k ₽ below plan, 8.0 of 14.0 points lost");
        Plan reached = approved(Q3, item("LEADS", "60", "target=900"), item("NPS", "40", "target=45"));
        assertThat(Headline.of(facts.scorecard("2026-Q3", TODAY, reached), Messages.EN))
                .isEqualTo("1 of 2 KPIs have data and reached their plan: no points lost so far");
        Plan all = approved(Q3, item("LEADS", "100", "target=900"));
        assertThat(Headline.of(facts.scorecard("2026-Q3", TODAY, all), Messages.EN))
                .isEqualTo("Every KPI reached its plan (1): no points lost");
    }

    @ParameterizedTest(name = "cost {0} for {1} customers: achievement {2}, to be decided {3}, score {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // not due: nobody can call it unexcused, which would halve the score
                "0, 0, -, false, 100",
                // a cost without its result has reached nothing
                "5, 0, 0, false, 60",
                // nothing delivered: the controller decides
                "-, -, -, true,  100"
            })
    void itemWithoutAValue_isDecidedAtClosing_unlessItIsNothingByNothing(
            String cost, String customers, String achievement, boolean missing, String score) {
        facts.row("LEADS", "2026-Q3", "1000");
        if (cost != null) {
            facts.row("MKT_COST", "2026-Q3", cost).row("NEW_CUSTOMERS", "2026-Q3", customers);
        }
        Plan plan = approved(Q3, item("LEADS", "60", "target=1000"), item("CAC", "40", "target=100"));
        Scorecard card = facts.scorecard("2026-Q3", TODAY, plan);
        ScorecardItem cac = card.items().get(1);
        assertThat(cac.scored().map(ScorecardText::number).orElse(null)).isEqualTo(achievement);
        assertThat(cac.isMissing()).isEqualTo(missing);
        assertThat(card.score().value()).isEqualByComparingTo(score);
    }

    @Test
    void losses_areSorted_andWeightsSumByNature() {
        facts.row("LEADS", "2026-Q3", "900").row("REVENUE", "2026-Q3", "2000").row("UNITS_SOLD", "2026-Q3", "10");
        Plan plan = approved(
                Q3,
                item("LEADS", "30", "target=1000"),
                item("REVENUE", "30", "target=2500"),
                item("UNITS_SOLD", "40", "target=10"));
        Scorecard card = facts.scorecard("2026-Q3", TODAY, plan);
        assertThat(card.losses()).extracting(ScorecardItem::indicator).containsExactly("REVENUE", "LEADS");
        assertThat(card.pointsLost()).isEqualByComparingTo("9");
        assertThat(card.weight(Nature.LEAD)).isEqualByComparingTo("30");
        assertThat(card.weight(Nature.LAG)).isEqualByComparingTo("70");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-Q4,    2022-10-01, 3,  0",
        "2026-10,    2024-10-01, 3,  1",
        "2026-W10,   2024-03-01, 27, 27",
        "2021-W01,   2019-01-01, 26, 26",
        "2026-11-21, 2024-11-01, 27, 27"
    })
    void needs_reachBackToTheOldestComparison_byDayWhereMonthsDoNotSuffice(
            String period, LocalDate from, int ranges, int rangesOnceOver) {
        Period p = Period.parse(period);
        FactNeeds needs = FactNeeds.of(Definitions.always(SampleFacts.CATALOGUE), List.of(), p, p.start());
        assertThat(needs.whole()).isEqualTo(new DayRange(from, p.endInclusive()));
        assertThat(needs.byDay()).hasSize(ranges);
        FactNeeds closed = FactNeeds.of(Definitions.always(SampleFacts.CATALOGUE), List.of(), p, p.endInclusive());
        assertThat(closed.byDay()).hasSize(rangesOnceOver);
    }

    @Test
    void needs_nameEveryMeasure_andEveryDimensionText_evenThoseOfItemAndFormulaTogether() {
        Catalogue byProduct = new Catalogue(
                SampleFacts.CATALOGUE.measures(),
                SampleFacts.CATALOGUE.indicators().stream()
                        .map(i -> i.code().equals("LEADS")
                                ? i.by(Formula.parse("LEADS[channel=\"social\"]"), i.direction())
                                : i)
                        .toList());
        FactNeeds all = FactNeeds.of(Definitions.always(byProduct), List.of(), Q4, LocalDate.of(2026, 11, 21));
        assertThat(measures(all)).contains("LEADS", "CUST_KEPT", "NPS_DETR");
        assertThat(dims(all)).contains("", "channel=social");
        Plan plan = approved(Q4, item("CAC", Map.of("product", "p"), "100", "target=1"));
        FactNeeds planned = FactNeeds.of(Definitions.always(byProduct), List.of(plan), Q4, LocalDate.of(2026, 11, 21));
        assertThat(measures(planned)).containsExactlyInAnyOrder("MKT_COST", "NEW_CUSTOMERS");
        assertThat(dims(planned)).containsExactly("product=p");
    }

    private static Set<String> measures(FactNeeds needs) {
        return needs.formulas().stream()
                .flatMap(Set::stream)
                .map(FactSeries::measure)
                .collect(Collectors.toSet());
    }

    private static Set<String> dims(FactNeeds needs) {
        return needs.formulas().stream()
                .flatMap(Set::stream)
                .map(FactSeries::dims)
                .collect(Collectors.toSet());
    }
}
