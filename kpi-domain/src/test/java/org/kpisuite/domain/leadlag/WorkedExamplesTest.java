package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

/** Domain specification §6.4, to the printed digit. */
class WorkedExamplesTest {
    private static void shape(LeadLagAnalysis analysis, double[] r, double... ranks) {
        LagEvidence found = analysis.evidence().orElseThrow();
        for (int lag = 0; lag < r.length; lag++) {
            LagCorrelation at = found.shape().at(lag);
            assertThat(at.r().doubleValue()).as("r at " + lag).isCloseTo(r[lag], within(1e-4));
            if (ranks.length > 0) {
                assertThat(at.spearman().doubleValue()).as("rank r at " + lag).isCloseTo(ranks[lag], within(1e-4));
            }
        }
        assertThat(found.shape().forward()).hasSize(r.length);
    }

    @Test
    void dA_isConfirmed_byTwoMonths() {
        LeadLagAnalysis a = SampleSeries.example("D-A", 6);
        LagEvidence found = a.evidence().orElseThrow();

        assertThat(a.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(a.n()).isEqualTo(36);
        assertThat(found.lag()).isEqualTo(2);
        assertThat(found.p().doubleValue()).isLessThanOrEqualTo(0.005);
        assertThat(found.r().doubleValue()).isCloseTo(0.79, within(0.005));
        shape(
                a,
                new double[] {0.0518, 0.1460, 0.8548, 0.1766, 0.2346, -0.3214, -0.0229},
                0.0908,
                0.0845,
                0.8289,
                0.1499,
                0.2302,
                -0.3691,
                0.0360);
        assertThat(found.shape().forward().stream().map(LagCorrelation::n)).containsExactly(35, 34, 33, 32, 31, 30, 29);
        assertThat(a.text().en())
                .isEqualTo("X leads Y by 2 months (r = 0.79, n = 36, stability 100%)."
                        + " A statistical link, not proof of cause.");
        assertThat(a.text().ru())
                .isEqualTo("X опережает Y на 2 месяца (r = 0,79, n = 36, устойчивость 100\u00A0%)."
                        + " Статистическая связь, не доказательство причины.");
    }

    @Test
    void dA_autoregression_isOfOrderOne() {
        double[] x = Series.difference(Scale.LOG.of(SampleSeries.vector("D-A", "x")), 1);
        Autoregression own = Autoregression.of(x);

        assertThat(own.criteria())
                .containsExactly(new double[] {-146.3072, -150.5066, -149.0791, -146.9608, -144.5886}, within(5e-5));
        assertThat(own.filter()).containsExactly(new double[] {-0.40488}, within(5e-6));
    }

    @Test
    void dA_bootstrapOfTheShape_findsLagTwoAlmostAlways() {
        LagStability stability = stability("D-A", 6);

        assertThat(stability.replicates(2)).isBetween(1999 - 40, 2000);
        assertThat(stability.support(2)).isCloseTo(1.0, within(0.02));
    }

    @Test
    void dB_independentTrends_areNotFound_althoughTheirLevelsCorrelate() {
        LeadLagAnalysis a = SampleSeries.example("D-B", 6);

        assertThat(new PearsonsCorrelation()
                        .correlation(SampleSeries.vector("D-B", "x"), SampleSeries.vector("D-B", "y")))
                .isCloseTo(0.9531, within(5e-5));
        assertThat(a.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(a.evidence().orElseThrow().p().doubleValue()).isGreaterThanOrEqualTo(0.2);
        assertThat(a.leading().order()).isZero();
        shape(a, new double[] {-0.1305, -0.2327, -0.2480, -0.1744, -0.0459, -0.0109, 0.0322});
        assertThat(a.text().en()).isEqualTo("No link could be shown on 36 periods. That does not prove there is none.");
    }

    @Test
    void dC_eightQuarters_areTooFew_andNoNumberIsTold() {
        LeadLagAnalysis a = SampleSeries.monthly(
                SampleSeries.MONTHS,
                new double[] {410, 455, 470, 520, 540, 610, 640, 700},
                new double[] {5.1, 5.3, 5.9, 6.0, 6.6, 6.8, 7.6, 7.9});

        assertThat(a.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(a.n()).isEqualTo(7);
        assertThat(a.evidence()).isEmpty();
        assertThat(a.text().en()).isEqualTo("Too few periods (7, need 12): not tested.");
        assertThat(a.text().ru()).isEqualTo("Мало периодов (7, нужно 12): проверка не проводилась.");
    }

    @Test
    void dD_isWeak_byOneMonth() {
        LeadLagAnalysis a = SampleSeries.example("D-D", 4);
        LagEvidence found = a.evidence().orElseThrow();

        assertThat(a.verdict()).isEqualTo(Verdict.WEAK);
        assertThat(a.n()).isEqualTo(24);
        assertThat(found.lag()).isEqualTo(1);
        assertThat(found.p().doubleValue()).isBetween(0.05, 0.20);
        assertThat(a.leading().order()).isZero();
        shape(a, new double[] {0.0567, 0.4807, 0.3988, 0.1422, -0.0348});
        assertThat(a.text().ru()).isEqualTo("Возможное опережение на 1 месяц; подтверждение слабое.");
    }

    @Test
    void dD_bootstrapOfTheShape_isThatOfTheSpecification() {
        LagStability stability = stability("D-D", 4);

        assertThat(stability.support(1)).isCloseTo(0.814, within(0.02));
        // 10 + 960 + 658 there; 607 is what many seeds give at lag 2, so that 658 was a large draw.
        assertThat(stability.replicates(0)).isBetween(0, 50);
        assertThat(stability.replicates(1)).isCloseTo(960, within(40));
        assertThat(stability.replicates(2)).isCloseTo(658, within(60));
    }

    private static LagStability stability(String id, int lagMax) {
        double[] x = Series.difference(Scale.LOG.of(SampleSeries.vector(id, "x")), 1);
        double[] y = Series.difference(Scale.LOG.of(SampleSeries.vector(id, "y")), 1);
        Autoregression own = Autoregression.of(x);
        return new LagStability(new CrossCorrelation(own.residuals(x), own.residuals(y)), lagMax);
    }
}
