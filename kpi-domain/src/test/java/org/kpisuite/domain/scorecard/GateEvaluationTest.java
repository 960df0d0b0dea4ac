package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;

/** Gates by domain specification §5.6, cases Q01 to Q10, and LTV of three times CAC by G14 and G15. */
class GateEvaluationTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final DayRange QUARTER = Period.parse("2026-Q3").days();
    private static final LocalDate LONG_AFTER = LocalDate.of(2027, 6, 30);

    static Gate gate(String numerator, String denominator, String threshold, GateMode mode) {
        BigDecimal cap = mode == GateMode.CAP ? BigDecimal.valueOf(70) : null;
        return Gate.of(
                new GateTerms(numerator, denominator, new BigDecimal(threshold), mode, cap, 60, null), CATALOGUE);
    }

    private static Gate leadGate(GateMode mode) {
        return gate("DEALS_WON_COHORT", "LEADS", "0.2", mode);
    }

    private static Rational of(String value) {
        return Rational.of(new BigDecimal(value));
    }

    /** N leads, W won, U open; what is mature is N less U, and the wins are all of mature leads. */
    private static GateInputs cohort(String n, String w, String u) {
        GateInputs.Cohort cohort = new GateInputs.Cohort(of(n), of(w), QUARTER, LONG_AFTER);
        return GateInputs.counted(cohort, of(n).minus(of(u)), of(w));
    }

    private static String printed(@Nullable BigDecimal points) {
        return points == null ? "null" : Decimals.plain(Decimals.round(points, 4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                // id,   N,     W,    U,   mature, A,   state,          value,  reachable, ZERO, CAP, SCALE
                "Q01, 1200,  240,    0, 100.0, 120, PASS,           20.00%, -,      120, 120, 120",
                "Q02, 1200,  239,    0, 100.0, 120, FAIL,           19.92%, -,      0,   70,  119.5",
                "Q03, 1200,  228,    0, 100.0, 120, FAIL,           19.00%, -,      0,   70,  114",
                "Q04, 10000, 1999,   0, 100.0, 100, FAIL,           19.99%, -,      0,   70,  99.95",
                "Q05, 1200,  150,  500, 58.3,  120, PENDING,        12.50%, 54.2%,  120, 120, 120",
                "Q06, 1200,  245,  500, 58.3,  120, PASS_EARLY,     20.42%, -,      120, 120, 120",
                "Q07, 1200,  100,  120, 90.0,  120, FAIL_EARLY,     8.33%,  18.33%, 0,   70,  50",
                "Q08, 0,     0,      0, -,     0,   NOT_APPLICABLE, -,      -,      0,   0,   0",
            })
    void cohortGate_isDecided_byWhatIsMature(
            String id,
            String n,
            String w,
            String u,
            @Nullable String mature,
            String ungated,
            GateState state,
            @Nullable String value,
            @Nullable String reachable,
            String zero,
            String cap,
            String scale) {
        GateInputs in = cohort(n, w, u);
        if (mature != null) {
            assertThat(in.matureWhole().over(in.whole()).times(Decimals.HUNDRED).rounded(1))
                    .isEqualTo(mature);
        }
        BigDecimal points = new BigDecimal(ungated);
        for (GateMode mode : GateMode.values()) {
            GateResult result = GateEvaluation.of(leadGate(mode), in, points);
            GateText text = new GateText(result, Messages.EN);
            String expected = mode == GateMode.ZERO ? zero : mode == GateMode.CAP ? cap : scale;

            assertThat(result.state()).as(id).isEqualTo(state);
            assertThat(printed(result.achievement())).as(id + " " + mode).isEqualTo(expected);
            assertThat(result.ungated()).isEqualTo(points);
            assertThat(result.isProvisional()).as(id).isEqualTo(state == GateState.PENDING);
            assertThat(text.value().orElse(null)).as(id).isEqualTo(value);
            assertThat(text.reachable().orElse(null)).as(id).isEqualTo(reachable);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // id,  LTV: gross profit, customers;  CAC: cost, new customers;  state, value, ZERO, CAP, SCALE
        "Q09, 600,    1,  200,     1,  PASS, 3.00×,   100, 100, 100",
        "Q10, 600,    1,  200.01,  1,  FAIL, 2.9999×, 0,   70,  99.995",
        "G14, 30,  0.05,  200,     1,  PASS, 3.00×,   100, 100, 100",
        "G15, 30,  0.05,  200.01,  1,  FAIL, 2.9999×, 0,   70,  99.995",
        "thirds on both sides, 1, 3, 1, 9, PASS, 3.00×, 100, 100, 100",
        "sevenths on both sides, 6, 7, 2, 7, PASS, 3.00×, 100, 100, 100"
    })
    void quotientsOfQuotients_areComparedUndivided(
            String id,
            BigDecimal profit,
            BigDecimal customers,
            BigDecimal cost,
            BigDecimal fresh,
            GateState state,
            String value,
            String zero,
            String cap,
            String scale) {
        GateInputs.Cohort cohort =
                new GateInputs.Cohort(new Rational(cost, fresh), new Rational(profit, customers), QUARTER, LONG_AFTER);
        for (GateMode mode : GateMode.values()) {
            Gate gate = gate("COHORT_GP", "CAC_FULL", "3", mode);
            GateResult result = GateEvaluation.of(gate, GateInputs.byAge(gate, cohort, false), BigDecimal.valueOf(100));
            String expected = mode == GateMode.ZERO ? zero : mode == GateMode.CAP ? cap : scale;

            assertThat(result.state()).as(id).isEqualTo(state);
            assertThat(printed(result.achievement())).as(id + " " + mode).isEqualTo(expected);
            assertThat(new GateText(result, Messages.EN).value()).contains(value);
        }
    }

    @Test
    void g15_printsAsThreeOnItsLine_butItsGateSaysWhyItFailed() {
        Rational quotient = of("600").over(of("200.01"));
        assertThat(quotient.rounded(2)).isEqualByComparingTo("3.00");
        GateResult result = new GateResult(
                gate("COHORT_GP", "CAC_FULL", "3", GateMode.ZERO),
                GateState.FAIL,
                Optional.of(quotient),
                Optional.empty(),
                null,
                null);
        assertThat(new GateText(result, Messages.EN).sentence()).isEqualTo("Gate failed: 2.9999×, at least 3× wanted.");
        assertThat(new GateText(result, Messages.RU).sentence())
                .isEqualTo("Условие не выполнено: 2,9999×, нужно не менее 3×.");
    }

    @Test
    void printedValue_neverContradictsTheDecision() {
        assertThat(text("0.2", "199999", "1000000")).isEqualTo("19.9999%");
        assertThat(text("0.19998", "19997999", "100000000")).isEqualTo("19.997999%");
        assertThat(text("0.20004", "200041", "1000000")).isEqualTo("20.004%");
        assertThat(text("0.2", "2", "10")).isEqualTo("20.00%");
    }

    private static String text(String threshold, String won, String leads) {
        Gate gate = gate("DEALS_WON_COHORT", "LEADS", threshold, GateMode.ZERO);
        GateResult result = GateEvaluation.of(gate, cohort(leads, won, "0"), BigDecimal.TEN);
        return new GateText(result, Messages.EN).value().orElseThrow();
    }

    @Test
    void pending_saysHowFarItCanStillCome_inBothLanguages() {
        GateResult result = GateEvaluation.of(leadGate(GateMode.ZERO), cohort("1200", "150", "500"), BigDecimal.TEN);
        assertThat(new GateText(result, Messages.EN).sentence())
                .isEqualTo("Gate pending: 12.50% so far, 54.2% at most can still be reached, at least 20% wanted."
                        + " The achievement is provisional.");
        assertThat(new GateText(result, Messages.RU).sentence())
                .contains("12,50\u00A0%")
                .contains("54,2\u00A0%");
    }

    @Test
    void everyState_hasASentence() {
        for (GateState state : GateState.values()) {
            GateResult result =
                    new GateResult(leadGate(GateMode.ZERO), state, Optional.empty(), Optional.empty(), null, null);
            for (Locale locale : new Locale[] {Messages.EN, Messages.RU}) {
                assertThat(new GateText(result, locale).sentence())
                        .doesNotContain("{")
                        .isNotBlank();
            }
        }
    }

    @Test
    void runningPeriod_isPending_howeverGoodItsCohort() {
        GateInputs.Cohort running = new GateInputs.Cohort(
                of("600"), of("300"), QUARTER, QUARTER.endInclusive().minusDays(1));
        Gate gate = leadGate(GateMode.ZERO);
        GateResult counted = GateEvaluation.of(gate, GateInputs.counted(running, of("500"), of("300")), BigDecimal.TEN);
        GateResult byAge = GateEvaluation.of(gate, GateInputs.byAge(gate, running, true), BigDecimal.TEN);

        assertThat(counted.state()).isEqualTo(GateState.PENDING);
        assertThat(byAge.state()).isEqualTo(GateState.PENDING);
        assertThat(counted.reachable()).isEmpty();
    }

    @Test
    void runningPeriodWithoutLeadsYet_isPending_notDismissed() {
        GateInputs.Cohort running = new GateInputs.Cohort(of("0"), of("0"), QUARTER, QUARTER.start());
        Gate gate = leadGate(GateMode.ZERO);
        assertThat(GateEvaluation.of(gate, GateInputs.byAge(gate, running, true), null)
                        .state())
                .isEqualTo(GateState.PENDING);
    }

    @ParameterizedTest(name = "{0}: {1} of 1000, share {2} is {3}")
    @CsvSource({
        "2026-11-28, 150, true,  PENDING",
        "2026-11-29, 150, true,  FAIL",
        "2026-11-29, 200, true,  PASS",
        "2026-11-28, 200, true,  PASS_EARLY",
        "2026-11-28, 200, false, PENDING",
        "2026-11-28, 0,   true,  PENDING",
        "2026-11-29, 199, false, FAIL"
    })
    void withoutMatureCounts_ageDecides_sixtyDaysAfterTheQuarter(
            LocalDate lastDay, String won, boolean isShare, GateState expected) {
        Gate gate = leadGate(GateMode.ZERO);
        GateInputs.Cohort cohort = new GateInputs.Cohort(of("1000"), of(won), QUARTER, lastDay);
        GateResult result = GateEvaluation.of(gate, GateInputs.byAge(gate, cohort, isShare), BigDecimal.TEN);
        assertThat(result.state()).isEqualTo(expected);
    }

    @Test
    void onlyTheMaturePart_decides_onceItIsFourFifths() {
        Gate gate = leadGate(GateMode.SCALE);
        GateInputs.Cohort cohort = new GateInputs.Cohort(of("1000"), of("190"), QUARTER, LONG_AFTER);

        GateResult atFourFifths = GateEvaluation.of(gate, GateInputs.counted(cohort, of("800"), of("170")), hundred());
        GateResult below = GateEvaluation.of(gate, GateInputs.counted(cohort, of("799"), of("170")), hundred());
        GateResult failed = GateEvaluation.of(gate, GateInputs.counted(cohort, of("800"), of("120")), hundred());

        assertThat(atFourFifths.state()).isEqualTo(GateState.PASS);
        assertThat(atFourFifths.quotient().orElseThrow())
                .isEqualByComparingTo(new Rational(hundred(), hundred()).times(new BigDecimal("0.2125")));
        assertThat(below.state()).isEqualTo(GateState.PENDING);
        assertThat(failed.state()).isEqualTo(GateState.FAIL);
        assertThat(printed(failed.achievement())).isEqualTo("75");
    }

    private static BigDecimal hundred() {
        return BigDecimal.valueOf(100);
    }

    @Test
    void undeliveredMeasures_leaveTheGatePending() {
        GateResult result = GateEvaluation.undelivered(leadGate(GateMode.ZERO), BigDecimal.TEN);
        assertThat(result.state()).isEqualTo(GateState.PENDING);
        assertThat(result.achievement()).isEqualTo(BigDecimal.TEN);
        assertThat(new GateText(result, Messages.EN).sentence()).contains("no data for it yet");
    }

    @Test
    void itemWithoutValue_hasNoneAfterItsGate() {
        assertThat(GateEvaluation.of(leadGate(GateMode.CAP), cohort("10", "1", "0"), null)
                        .achievement())
                .isNull();
    }

    @Test
    void shareOfACohort_isTold_fromOtherQuotients() {
        assertThat(GateInputs.isShare(leadGate(GateMode.ZERO), CATALOGUE)).isTrue();
        assertThat(GateInputs.isShare(gate("COHORT_GP", "CAC_FULL", "3", GateMode.ZERO), CATALOGUE))
                .isFalse();
        assertThat(GateInputs.isShare(gate("ORDERS", "LEADS", "0.2", GateMode.ZERO), CATALOGUE))
                .isFalse();
        assertThat(GateInputs.matureOf("LEADS")).contains("LEADS_MATURE");
        assertThat(GateInputs.matureOf("CAC_FULL")).isEmpty();
    }

    @Property
    void gate_neverRaisesAnAchievement_andAllModesAgreeOnPassing(
            @ForAll @IntRange(min = 0, max = 2000) int leads,
            @ForAll @IntRange(min = 0, max = 2000) int won,
            @ForAll @IntRange(min = 0, max = 2000) int open,
            @ForAll @IntRange(min = 0, max = 120) int points) {
        GateInputs in = cohort(
                String.valueOf(leads), String.valueOf(Math.min(won, leads)), String.valueOf(Math.min(open, leads)));
        BigDecimal ungated = BigDecimal.valueOf(points);
        GateState state =
                GateEvaluation.of(leadGate(GateMode.ZERO), in, ungated).state();
        for (GateMode mode : GateMode.values()) {
            GateResult result = GateEvaluation.of(leadGate(mode), in, ungated);
            assertThat(result.state()).isEqualTo(state);
            assertThat(result.achievement()).isBetween(BigDecimal.ZERO, ungated);
            if (state.letsThrough()) {
                assertThat(result.achievement()).isEqualTo(ungated);
            }
        }
    }
}
