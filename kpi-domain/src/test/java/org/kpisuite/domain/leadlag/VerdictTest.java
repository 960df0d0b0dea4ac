package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.leadlag.LagNote.Kind;

/** Series made so that one rule decides. Source: domain specification §6.2, §6.3. */
class VerdictTest {
    private static final int STEPS = 60;

    private static double[] noise(long seed) {
        return new Random(seed).doubles(STEPS).map(v -> (v - 0.5) * 0.2).toArray();
    }

    /** Levels whose log differences are these. */
    private static double[] levels(double[] steps) {
        double[] levels = new double[steps.length + 1];
        levels[0] = 100;
        for (int t = 0; t < steps.length; t++) {
            levels[t + 1] = levels[t] * Math.exp(steps[t]);
        }
        return levels;
    }

    /** Steps that follow others after so many periods, with noise beside. */
    private static double[] following(double[] steps, int lag, double weight, double[] noise) {
        double[] following = noise.clone();
        for (int t = lag; t < steps.length; t++) {
            following[t] += weight * steps[t - lag];
        }
        return following;
    }

    private static LeadLagAnalysis analysis(LagTerms terms, double[] x, double[] y) {
        return SampleSeries.monthly(terms, levels(x), levels(y));
    }

    private static boolean has(LeadLagAnalysis a, Kind kind) {
        return a.notes().stream().anyMatch(n -> n.kind() == kind);
    }

    @Test
    void sameMonth_isCoincident() {
        double[] x = noise(1);
        LeadLagAnalysis a = analysis(SampleSeries.months(6), x, following(x, 0, 1.5, noise(2)));

        assertThat(a.verdict()).isEqualTo(Verdict.COINCIDENT);
        assertThat(a.text().ru()).isEqualTo("X и Y меняются одновременно: раннего предупреждения нет.");
        assertThat(a.lag()).as("the declared lag serves on").isZero();
    }

    @Test
    void otherWayRound_isReversed() {
        double[] y = noise(3);
        LeadLagAnalysis a = analysis(SampleSeries.months(6), following(y, 2, 1.5, noise(4)), y);

        assertThat(a.verdict()).isEqualTo(Verdict.REVERSED);
        assertThat(a.evidence().orElseThrow().reverse().orElseThrow().lag()).isEqualTo(2);
        assertThat(a.text().en()).isEqualTo("Y changes before X: the pair is declared the wrong way round.");
        assertThat(has(a, Kind.REVERSE_SIDE)).isTrue();
    }

    @Test
    void otherSign_isNotFound_andToldWithLagAndCorrelation() {
        double[] x = noise(5);
        LeadLagAnalysis a = analysis(SampleSeries.months(6), x, following(x, 2, -1.5, noise(6)));

        assertThat(a.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(a.notes())
                .filteredOn(n -> n.kind() == Kind.WRONG_SIGN)
                .singleElement()
                .satisfies(
                        n -> assertThat(n.text().en()).contains("lag 2 months").contains("\u2212"));
        LagTerms falling = new LagTerms(SampleSeries.MONTHS.granularity(), -1, 2, 6, false);
        assertThat(analysis(falling, x, following(x, 2, -1.5, noise(6))).verdict())
                .isEqualTo(Verdict.CONFIRMED);
        LagTerms either = new LagTerms(SampleSeries.MONTHS.granularity(), LagTerms.EITHER_SIGN, 0, 6, false);
        assertThat(analysis(either, x, following(x, 2, -1.5, noise(6))).verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void peakAtTheLongestLag_isWeakAtMost() {
        double[] x = noise(7);
        LeadLagAnalysis a = analysis(SampleSeries.months(3), x, following(x, 3, 1.5, noise(8)));

        assertThat(a.verdict()).isEqualTo(Verdict.WEAK);
        assertThat(has(a, Kind.PEAK_AT_EDGE)).isTrue();
        assertThat(a.text().en()).isEqualTo("Possible lead of 3 months; evidence is weak.");
    }

    @Test
    void twoWildMonths_makeNoLead_andAreNamed() {
        double[] x = noise(9);
        double[] y = noise(10);
        x[20] = 3;
        y[22] = 3;
        LeadLagAnalysis a = analysis(SampleSeries.months(6), x, y);

        assertThat(a.evidence().orElseThrow().lag()).isEqualTo(2);
        assertThat(a.evidence().orElseThrow().p().doubleValue()).isLessThan(0.05);
        assertThat(a.verdict()).isEqualTo(Verdict.WEAK);
        assertThat(has(a, Kind.OUTLIERS)).isTrue();
        assertThat(a.evidence().orElseThrow().outliers())
                .extracting(p -> p.code())
                .contains("2001-10", "2001-12");
    }

    @Test
    void responseOverSeveralMonths_namesItsFirst_andItsRange() {
        double[] x = noise(11);
        double[] y = following(x, 4, 1, following(x, 3, 1, following(x, 2, 1, new double[STEPS])));
        LeadLagAnalysis a = analysis(SampleSeries.months(8), Arrays.copyOf(x, 45), Arrays.copyOf(y, 45));
        LagEvidence found = a.evidence().orElseThrow();

        assertThat(found.firstSignificant()).contains(2);
        assertThat(found.lastSignificant()).contains(4);
        assertThat(a.notes())
                .extracting(n -> n.text().en())
                .contains(
                        "The response first shows after 2 months and is spread over lags 2 to 4; naming its peak needs"
                                + " 60 periods.");
        assertThat(a.isSpread()).isTrue();
        assertThat(a.text().en()).as("no peak is named beside that").contains("2–4 months");
        assertThat(a.text().ru()).contains("2–4 месяца");
    }

    @Test
    void declaredLagBeyondWhatTheDataAllow_isToldNotToHaveBeenTried() {
        LagTerms six = new LagTerms(SampleSeries.MONTHS.granularity(), 1, 6, 8, false);
        LeadLagAnalysis a = analysis(six, Arrays.copyOf(noise(21), 18), Arrays.copyOf(noise(22), 18));

        assertThat(a.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(a.evidence().orElseThrow().lagMax()).isEqualTo(4);
        assertThat(a.notes())
                .extracting(n -> n.text().en())
                .contains("The declared lag of 6 was not tried: lags 0 to 4 were looked at (each lag takes four usable"
                        + " periods, of which there are 18).");
        assertThat(has(a, Kind.OTHER_LAG)).isFalse();
    }

    /** Six months, ten missing, six, ten missing, six. */
    private static double[] inThreeParts(double[] steps) {
        double[] levels = levels(Arrays.copyOf(steps, 37));
        Arrays.fill(levels, 6, 16, Double.NaN);
        Arrays.fill(levels, 22, 32, Double.NaN);
        return levels;
    }

    @Test
    void lagsThatWereNotLookedAt_areTold_andWhy() {
        LagTerms two = new LagTerms(SampleSeries.MONTHS.granularity(), 1, 2, 8, false);
        LeadLagAnalysis few = analysis(two, Arrays.copyOf(noise(21), 18), Arrays.copyOf(noise(22), 18));
        LeadLagAnalysis gaps = SampleSeries.monthly(two, inThreeParts(noise(21)), inThreeParts(noise(22)));

        assertThat(few.notes())
                .filteredOn(n -> n.kind() == Kind.LAGS_CUT)
                .singleElement()
                .satisfies(n -> assertThat(n.text().en())
                        .isEqualTo("Lags 0 to 4 were looked at, not up to 8 as declared (each lag takes four usable"
                                + " periods, of which there are 18)."));
        assertThat(gaps.notes())
                .filteredOn(n -> n.kind() == Kind.LAGS_CUT)
                .singleElement()
                .satisfies(n -> assertThat(n.text().en()).contains("gaps leave fewer than 8 pairs"));
        assertThat(analysis(SampleSeries.months(6), noise(21), noise(22)).notes())
                .extracting(LagNote::kind)
                .doesNotContain(Kind.LAGS_CUT, Kind.LAG_NOT_TRIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 20, 24})
    void fewPoints_areAnIndicationAtMost(int levels) {
        double[] x = Arrays.copyOf(noise(12), levels - 1);
        LeadLagAnalysis lead =
                analysis(SampleSeries.months(6), x, following(x, 1, 9, Arrays.copyOf(noise(13), levels - 1)));
        LeadLagAnalysis back =
                analysis(SampleSeries.months(6), following(x, 1, 9, Arrays.copyOf(noise(13), levels - 1)), x);

        assertThat(lead.verdict()).isEqualTo(Verdict.WEAK);
        assertThat(has(lead, Kind.INDICATIVE)).isTrue();
        assertThat(back.verdict()).isIn(Verdict.NOT_FOUND, Verdict.WEAK);
        assertThat(has(back, Kind.REVERSE_SIDE)).isTrue();
    }

    @Test
    void granger_seesWhichPastTellsMore() {
        double[] x = noise(14);
        double[] y = following(x, 1, 1.5, noise(15));

        assertThat(Granger.foretells(x, y)).isTrue();
        assertThat(Granger.foretells(y, x)).isFalse();
        assertThat(Granger.p(x, x)).isEqualTo(1);
        assertThat(Granger.p(new double[] {1, 2}, new double[] {2, 3})).isEqualTo(1);
    }

    @Test
    void granger_isTheFTestOfTheTwoRegressions() {
        double[] x = Series.difference(Scale.LOG.of(SampleSeries.vector("D-A", "x")), 1);
        double[] y = Series.difference(Scale.LOG.of(SampleSeries.vector("D-A", "y")), 1);
        int n = 35;
        double[] now = Arrays.copyOfRange(y, 2, 37);
        double[][] own = new double[n][1];
        double[][] both = new double[n][2];
        for (int t = 0; t < n; t++) {
            own[t][0] = y[t + 1];
            both[t][0] = y[t + 1];
            both[t][1] = x[t + 1];
        }
        double without = residual(now, own);
        double with = residual(now, both);
        double statistic = (without - with) / (with / (n - 3));
        double p = 1 - new FDistribution(1, n - 3).cumulativeProbability(statistic);

        assertThat(Granger.p(x, y)).isCloseTo(p, within(1e-9));
    }

    private static double residual(double[] y, double[][] x) {
        var regression = new OLSMultipleLinearRegression();
        regression.newSampleData(y, x);
        return regression.calculateResidualSumOfSquares();
    }

    /** The same link at lags 0 and 1, with other noise: which past tells more decides, and by how much. */
    @ParameterizedTest
    @CsvSource({"27, 1, false", "28, 0, false", "35, 0, true"})
    void peakInTheSameMonth_isALeadOfOne_whereOnlyTheMonthBeforeOfOneForetellsTheOther(
            long noise, int lag, boolean feedback) {
        double[] x = noise(16);
        LeadLagAnalysis a = analysis(SampleSeries.months(6), x, following(x, 0, 1, following(x, 1, 0.9, noise(noise))));
        LagEvidence found = a.evidence().orElseThrow();

        assertThat(found.decision().at(0).r())
                .isGreaterThan(found.decision().at(1).r());
        assertThat(found.decision().at(1).r()).isGreaterThan(found.band());
        assertThat(found.lag()).isEqualTo(lag);
        assertThat(found.feedback()).isEqualTo(feedback);
        assertThat(has(a, Kind.FEEDBACK)).isEqualTo(feedback);
        assertThat(a.verdict()).isEqualTo(lag == 0 ? Verdict.COINCIDENT : Verdict.CONFIRMED);
    }

    /** Thirty pairs of walks over eight years that share a strong season and nothing else. */
    @Test
    void sharedSeason_isNoLink() {
        LagTerms terms = new LagTerms(SampleSeries.MONTHS.granularity(), LagTerms.EITHER_SIGN, 1, 6, true);
        int found = 0;
        for (int pair = 0; pair < 30; pair++) {
            SplittableRandom random = new SplittableRandom(pair);
            double[] season = random.doubles(12, -0.2, 0.2).toArray();
            LeadLagAnalysis a = SampleSeries.monthly(terms, seasonal(season, random), seasonal(season, random));

            assertThat(has(a, Kind.SHARED_SEASON)).isTrue();
            found += a.evidence().orElseThrow().p().doubleValue() < 0.05 ? 1 : 0;
        }
        assertThat(found).isLessThanOrEqualTo(3);
    }

    private static double[] seasonal(double[] season, SplittableRandom random) {
        double[] values = new double[96];
        double walk = 0;
        for (int t = 0; t < values.length; t++) {
            walk += 0.05 * random.nextGaussian();
            values[t] = 100 * Math.exp(walk + season[t % 12]);
        }
        return values;
    }

    @Test
    void equalInput_givesAnEqualAnswer() {
        assertThat(SampleSeries.example("D-A", 6)).isEqualTo(SampleSeries.example("D-A", 6));
    }

    /** A rise that the next month takes back: the other sign a month later is no lead of the same link. */
    @Test
    void peakInTheSameMonth_isNoLeadOfOne_withTheOtherSign() {
        double[] x = noise(16);
        double[] y = following(x, 0, 1, following(x, 1, -0.9, noise(55)));
        LeadLagAnalysis a = analysis(SampleSeries.months(6), x, y);
        Correlogram own = a.evidence().orElseThrow().decision();

        assertThat(Granger.foretells(x, y)).isTrue();
        assertThat(Granger.foretells(y, x)).isFalse();
        assertThat(own.at(1).r().negate())
                .isBetween(
                        own.at(0).r().multiply(new BigDecimal("0.7")), own.at(0).r());
        assertThat(a.evidence().orElseThrow().lag()).isZero();
        assertThat(a.verdict()).isEqualTo(Verdict.COINCIDENT);
    }
}
