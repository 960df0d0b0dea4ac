package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Decimals;

/** Vectors of the specification from delivered rows to what is printed, each with the answer that would be wrong. */
class VectorsOnScorecardTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final String TODAY = "2026-11-21";

    private final SampleFacts facts = new SampleFacts();

    private ScorecardItem line(PlanItem item) {
        return facts.scorecard("2026-Q3", TODAY, approved(Q3, item)).items().get(0);
    }

    /** Rows of one quarter that make an indicator come to a value. */
    private void deliver(String indicator, String quarter, BigDecimal value) {
        switch (indicator) {
            case "PROFIT" ->
                facts.row("REVENUE", quarter, value.add(BigDecimal.valueOf(500)).toPlainString())
                        .row("COGS", quarter, "300")
                        .row("OPEX", quarter, "200");
            case "CTR" ->
                facts.row(
                                "CLICKS",
                                quarter,
                                value.multiply(BigDecimal.valueOf(1000)).toPlainString())
                        .row("IMPRESSIONS", quarter, "1000");
            case "CAC" ->
                facts.row("MKT_COST", quarter, value.multiply(BigDecimal.TEN).toPlainString())
                        .row("NEW_CUSTOMERS", quarter, "10");
            case "NPS" ->
                facts.row("NPS_PROM", quarter, value.add(BigDecimal.valueOf(40)).toPlainString())
                        .row(
                                "NPS_PASS",
                                quarter,
                                BigDecimal.valueOf(20).subtract(value).toPlainString())
                        .row("NPS_DETR", quarter, "40");
            default -> facts.row(indicator, quarter, value.toPlainString());
        }
    }

    @ParameterizedTest(name = "{0}: {2} → {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "P01, LEADS,  100,  150,  +50,    +50.0,  -,              1, +50 (+50.0%)",
                "P02, LEADS,  100,  110,  +10,    +10.0,  -,              1, +10 (+10.0%)",
                "P03, LEADS,  110,  100,  −10,    −9.1,   -,              -1, −10 (−9.1%)",
                "P04, LEADS,  100,  0,    −100,   −100.0, -,              -1, −100 (−100.0%)",
                "P05, LEADS,  0,    100,  +100,   n/a,    zero base,      1, '+100, n/a (zero base)'",
                "P06, LEADS,  0,    0,    0,      0.0,    -,              0, 0 (0.0%)",
                "P07, PROFIT, -100, 50,   +150,   n/m,    loss → profit,  1, '+150, n/m, loss → profit'",
                "P08, PROFIT, -100, -50,  +50,    n/m,    loss narrowed,  1, '+50, n/m, loss narrowed'",
                "P09, PROFIT, -100, -150, −50,    n/m,    loss widened,   -1, '−50, n/m, loss widened'",
                "P10, PROFIT, 100,  -50,  −150,   n/m,    profit → loss,  -1, '−150, n/m, profit → loss'",
                "P11, LEADS,  50,   1100, '+1,050', >+999, -,             1, '+1,050 (>+999%)'",
                "P12, CTR,    0.04, 0.05, +1.00,  pp,     -,              1, +1.00 pp (rel. +25.0%)",
                "P13, CAC,    100,  125,  +25.00, +25.0,  -,              -1, +25.00 (+25.0%)",
                "P14, NPS,    -10,  20,   +30.0,  points, -,              1, +30.0 points"
            })
    void varianceIsPrinted_colouredByDirection(
            String id,
            String indicator,
            BigDecimal before,
            BigDecimal actual,
            String absolute,
            String relative,
            String reason,
            int effect,
            String inFull) {
        deliver(indicator, "2025-Q3", before);
        deliver(indicator, "2026-Q3", actual);
        ScorecardItem made = line(item(indicator, "100", "floor=-1000 target=1 stretch=2000"));
        ItemText text = new ItemText(made, Locale.ENGLISH);
        assertThat(text.deltaPriorYear()).as(id).isEqualTo(absolute);
        assertThat(text.deltaPriorYearRelative()).as(id).isEqualTo(relative);
        assertThat(text.inFull(made.deltaPriorYear())).as(id).isEqualTo(inFull);
        assertThat(new ItemWords(made, Locale.ENGLISH)
                        .reason(made.deltaPriorYear())
                        .orElse(null))
                .as(id)
                .isEqualTo(reason);
        assertThat(made.effect(made.deltaPriorYear().absolute())).as(id).isEqualTo(effect);
    }

    @Test
    void g05_npsIsExplainedWithItsMargin() {
        facts.row("NPS_PROM", "2026-Q3", "50").row("NPS_PASS", "2026-Q3", "30").row("NPS_DETR", "2026-Q3", "20");
        Explanation explanation = new ScorecardAssembler(facts.grounds("MARKETING"))
                .explain("NPS", Q3, SampleFacts.after(TODAY), SampleFacts.ZONE)
                .orElseThrow();
        SurveyError margin =
                SurveyError.of(explanation.step(Explanation.Kind.SURVEY_ERROR).orElseThrow());
        assertThat(Decimals.round(margin.value(), 1)).isEqualByComparingTo("15.3");
        assertThat(margin.text(Messages.EN)).isEqualTo("± 15.3");
    }

    @Test
    void g17_brandLiftIsExplainedWithItsZ() {
        facts.row("BL_EXP_POS", "2026-Q3", "210").row("BL_EXP_N", "2026-Q3", "500");
        facts.row("BL_CTL_POS", "2026-Q3", "175").row("BL_CTL_N", "2026-Q3", "500");
        Explanation explanation = new ScorecardAssembler(facts.grounds("MARKETING"))
                .explain("BRAND_LIFT", Q3, SampleFacts.after(TODAY), SampleFacts.ZONE)
                .orElseThrow();
        Explanation.Step z = explanation.step(Explanation.Kind.SURVEY_ERROR).orElseThrow();
        assertThat(z.subject()).isEqualTo("Z");
        assertThat(Decimals.round(z.value(), 4)).isEqualByComparingTo("2.2746");
        assertThat(SurveyError.of(z).text(Messages.EN)).isEqualTo("z = 2.27, significant at 5%");
        assertThat(SurveyError.of(z).text(Messages.RU)).isEqualTo("z = 2,27, значимо на уровне 5\u00a0%");
        assertThat(new SurveyError(SurveyError.Kind.Z, new BigDecimal("1.96")).text(Messages.EN))
                .isEqualTo("z = 1.96, not significant at 5%");
    }

    @Test
    void g12_costWithoutCustomers_isNoNumber_andScoresZero() {
        facts.row("MKT_COST", "2026-Q3", "5").row("NEW_CUSTOMERS", "2026-Q3", "0");
        ScorecardItem cac = line(item("CAC", "100", "target=100"));
        assertThat(actual(cac)).isEqualTo("n/a (no customers)").isNotEqualTo("0.00");
        assertThat(new ItemText(cac, Messages.RU).actual()).isEqualTo("н/д (нет клиентов)");
        assertThat(new ItemWords(cac, Locale.ENGLISH).instead()).contains("n/a (no customers)");
        assertThat(cac.notes()).contains(ScorecardItem.Note.DIV0_COST);
        assertThat(cac.achievement()).isEqualByComparingTo("0");
    }

    @Test
    void g12_costWithoutAnythingElse_namesWhatIsLacking() {
        facts.row("AD_SPEND", "2026-Q3", "5").row("CLICKS", "2026-Q3", "0");
        assertThat(actual(line(item("CPC", "100", "target=100")))).isEqualTo("n/a (no clicks)");
    }

    @Test
    void divisionByZero_isACostOnlyOfMoneyAndHours() {
        facts.row("BOUNCED_SESSIONS", "2026-Q3", "5").row("SESSIONS", "2026-Q3", "0");
        ScorecardItem bounce = line(item("BOUNCE_RATE", "100", "target=0.4"));
        assertThat(bounce.notes()).contains(ScorecardItem.Note.DIV0).doesNotContain(ScorecardItem.Note.DIV0_COST);
        assertThat(bounce.achievement()).isNull();
        facts.row("REV_ATTR", "2026-Q3", "500").row("AD_SPEND", "2026-Q3", "0");
        ScorecardItem roas = line(item("ROAS", "100", "target=5"));
        assertThat(actual(roas)).isEqualTo("—");
        assertThat(new ItemWords(roas, Locale.ENGLISH).instead()).contains("denominator is 0 · left out");
        assertThat(new ItemWords(roas, Messages.RU).instead()).contains("знаменатель равен 0 · вне оценки");
    }

    @Test
    void g11_nothingByNothing_isNoNumber_andIsNotScored() {
        facts.row("MKT_COST", "2026-Q3", "0").row("NEW_CUSTOMERS", "2026-Q3", "0");
        ScorecardItem cac = line(item("CAC", "100", "target=100"));
        assertThat(new ItemText(cac, Locale.ENGLISH).actual()).isEqualTo("—").isNotEqualTo("0.00");
        assertThat(cac.notes()).contains(ScorecardItem.Note.DIV0);
        assertThat(cac.achievement()).isNull();
        assertThat(cac.isMissing())
                .as("not due: nobody decides about it at closing")
                .isFalse();
        assertThat(line(item("LEADS", "100", "target=100")).isMissing()).isTrue();
    }

    @Test
    void g15_ltvBelowThreeTimesCac_printsThree_fails_andSaysWhy() {
        facts.row("COHORT_GP", "2026-Q3", "600").row("COHORT_CUST", "2026-Q3", "1");
        facts.row("MKT_COST", "2026-Q3", "200.01")
                .row("SALES_COST", "2026-Q3", "0")
                .row("NEW_CUSTOMERS", "2026-Q3", "1");
        Gate gate = Gate.of(
                new GateTerms("LTV", "CAC_FULL", new BigDecimal("3"), GateMode.ZERO, null, 0, null),
                SampleFacts.CATALOGUE);
        ScorecardItem ratio = line(item("LTV_CAC", "100", "target=2.9").with(gate));
        assertThat(new ItemText(ratio, Locale.ENGLISH).actual()).isEqualTo("3.00");
        GateResult result = ratio.beside().gate().orElseThrow();
        assertThat(result.state()).isEqualTo(GateState.FAIL).isNotEqualTo(GateState.PASS);
        assertThat(new GateText(result, Locale.ENGLISH).sentence()).contains("2.9999×");
        assertThat(ratio.achievement()).isEqualByComparingTo("0");
    }

    @Test
    void t16_runningMonth_isComparedWithTheSameDaysOfThePriorYear() {
        facts.days("LEADS", "2025-10-01", "2025-10-31", "1").days("LEADS", "2026-10-01", "2026-10-12", "2");
        ScorecardItem leads = facts.scorecard("2026-10", "2026-10-12").items().get(0);
        assertThat(ScorecardText.cell(leads.priorYear())).isEqualTo("12").isNotEqualTo("31");
    }

    @Test
    void u01_parent_isRecomputed_notTheMeanOfItsUnits() {
        facts.of("SEO", "MKT_COST", "2026-Q3", "1000").of("SEO", "NEW_CUSTOMERS", "2026-Q3", "10");
        facts.row("MKT_COST", "2026-Q3", "9000").row("NEW_CUSTOMERS", "2026-Q3", "30");
        ScorecardItem cac = line(item("CAC", "100", "floor=300 target=240 stretch=200"));
        assertThat(new ItemText(cac, Locale.ENGLISH).actual())
                .isEqualTo("250.00")
                .isNotEqualTo("200.00");
        assertThat(Decimals.round(cac.achievement(), 4)).isEqualByComparingTo("83.3333");
        assertThat(List.of(cac.status())).containsExactly(Status.AMBER);
    }

    private static String actual(ScorecardItem made) {
        return new ItemText(made, Locale.ENGLISH).actual();
    }

    @Test
    void g06_countOfMonthsOnly_isNoCountOfTheQuarter_andSaysSo() {
        facts.row("USERS", "2026-07", "100").row("USERS", "2026-08", "100").row("USERS", "2026-09", "100");
        ScorecardItem users = line(item("USERS", "100", "target=300"));
        assertThat(actual(users)).isEqualTo("—").isNotEqualTo("300");
        assertThat(users.notes()).contains(ScorecardItem.Note.UNCOUNTED);
        assertThat(users.achievement()).isNull();
        assertThat(new ItemWords(users, Locale.ENGLISH).instead())
                .contains("not counted for this period, 100 to 300 · left out");
        assertThat(new ItemWords(users, Messages.RU).note(ScorecardItem.Note.UNCOUNTED))
                .isEqualTo("не посчитано за этот период, от 100 до 300");
    }

    @Test
    void g06_countOfSomeMonths_saysTheLeastThatItIs() {
        facts.row("USERS", "2026-07", "1000").row("USERS", "2026-08", "900");
        ScorecardItem users = line(item("USERS", "100", "target=300"));
        assertThat(new ItemWords(users, Locale.ENGLISH).note(ScorecardItem.Note.UNCOUNTED))
                .isEqualTo("not counted for this period, at least 1,000");
    }

    @Test
    void g07_stateOfTwoOfThreeMonths_isTheLast_markedStale() {
        facts.row("FOLLOWERS", "2026-07", "900").row("FOLLOWERS", "2026-08", "950");
        ScorecardItem followers = line(item("FOLLOWERS", "100", "target=1000"));
        assertThat(actual(followers)).isEqualTo("950").isNotEqualTo("1,850").isNotEqualTo("0");
        assertThat(followers.notes()).contains(ScorecardItem.Note.STALE);
        assertThat(followers.dataTo()).isEqualTo("2026-08-31");
    }

    @Test
    void g09_retentionOfMonths_isPrintedAsAnEstimate() {
        for (String[] month : new String[][] {{"2026-07", "95"}, {"2026-08", "96"}, {"2026-09", "97"}}) {
            facts.row("CUST_OPEN", month[0], "100").row("CUST_KEPT", month[0], month[1]);
        }
        ScorecardItem retention = line(item("RETENTION", "100", "target=0.9"));
        assertThat(actual(retention)).isEqualTo("88.5").isNotEqualTo("96.0");
        assertThat(retention.notes()).contains(ScorecardItem.Note.ESTIMATED);
    }

    @Test
    void g16_lifetimeWithoutChurn_saysThatItIsCapped() {
        facts.row("REVENUE", "2026-Q3", "5000").row("COGS", "2026-Q3", "2000");
        for (String measure : List.of("CUST_OPEN", "CUST_CLOSE", "CUST_KEPT")) {
            facts.row(measure, "2026-Q3", "100");
        }
        ScorecardItem value = line(item("LTV_MODEL", "100", "target=600"));
        assertThat(actual(value)).isEqualTo("1,800.00");
        assertThat(value.notes()).contains(ScorecardItem.Note.CAPPED);
    }

    @Test
    void firstState_isThatOfTheFirstMonth_theLastOneOfTheLast() {
        facts.row("CUST_OPEN", "2026-07", "100")
                .row("CUST_CLOSE", "2026-07", "95")
                .row("NEW_CUSTOMERS", "2026-07", "15");
        facts.row("CUST_OPEN", "2026-08", "95")
                .row("CUST_CLOSE", "2026-08", "90")
                .row("NEW_CUSTOMERS", "2026-08", "10");
        facts.row("CUST_OPEN", "2026-09", "90")
                .row("CUST_CLOSE", "2026-09", "90")
                .row("NEW_CUSTOMERS", "2026-09", "5");
        ScorecardItem balance = line(item("RETENTION_BALANCE", "100", "target=0.9"));
        assertThat(actual(balance)).isEqualTo("60.0").isNotEqualTo("66.7");
    }

    @ParameterizedTest(name = "known to {0}: provisional {1}")
    @CsvSource({"0, true", "-1, true", "1, false"})
    void cohort_isProvisional_untilItsYoungestAreMature(int days, boolean provisional) {
        facts.row("DEALS_WON_COHORT", "2026-Q3", "20").row("LEADS", "2026-Q3", "100");
        int maturity = SampleFacts.CATALOGUE
                .indicator("LEAD_QUALITY")
                .orElseThrow()
                .maturityDays()
                .orElseThrow();
        LocalDate lastDay = Q3.endInclusive().plusDays(maturity + days - 1L);
        ScorecardItem quality = facts.scorecard(
                        "2026-Q3", lastDay.toString(), approved(Q3, item("LEAD_QUALITY", "100", "target=0.2")))
                .items()
                .get(0);
        assertThat(quality.notes().contains(ScorecardItem.Note.PROVISIONAL)).isEqualTo(provisional);
    }

    @Test
    void varianceOfUnroundedValues_keepsItself_andIsRemarked() {
        facts.row("MKT_COST", "2026-Q3", "10.04").row("NEW_CUSTOMERS", "2026-Q3", "10");
        facts.row("MKT_COST", "2025-Q3", "9.95").row("NEW_CUSTOMERS", "2025-Q3", "10");
        ScorecardItem cac = line(item("CAC", "100", "target=1.004"));
        ItemText text = new ItemText(cac, Locale.ENGLISH);
        assertThat(text.actual()).isEqualTo("1.00");
        assertThat(text.priorYear()).isEqualTo("1.00");
        assertThat(text.deltaPriorYear()).isEqualTo("+0.01").isNotEqualTo("0.00");
        assertThat(cac.notes()).contains(ScorecardItem.Note.ROUNDING);
    }
}
