package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.UnitKind;

/** What the procedure says of published series, of which much is known. */
class RealSeriesTest {
    private static final String BJ = "bjsales/derived/BJsales_pair.csv";
    private static final String MACRO = "us_macro/statsmodels_macrodata.csv";
    private static final int TRUE_LAG = 3;
    private static final int DRAWS = 600;

    private static LagSeries series(String file, String column, UnitKind unit, String first) {
        return SampleSeries.of(column, unit, Period.parse(first), SampleSeries.column(file, column));
    }

    private static LeadLagAnalysis window(int first, int levels) {
        return SampleSeries.monthly(
                SampleSeries.MONTHS,
                Arrays.copyOfRange(SampleSeries.column(BJ, "lead"), first, first + levels),
                Arrays.copyOfRange(SampleSeries.column(BJ, "sales"), first, first + levels));
    }

    private static boolean hits(LeadLagAnalysis a) {
        return a.evidence()
                .filter(e -> e.p().doubleValue() < 0.05 && e.lag() == TRUE_LAG)
                .isPresent();
    }

    /** All windows of so many levels. */
    private static List<LeadLagAnalysis> windows(int levels) {
        return IntStream.rangeClosed(0, 150 - levels)
                .parallel()
                .mapToObj(first -> window(first, levels))
                .toList();
    }

    private static double share(List<LeadLagAnalysis> windows, Predicate<LeadLagAnalysis> found) {
        return windows.stream().filter(found).count() / (double) windows.size();
    }

    @Test
    void bjsales_leadByThree_isConfirmedOnTheWholeSeries() {
        LeadLagAnalysis a = window(0, 150);

        assertThat(a.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(a.evidence().orElseThrow().lag()).isEqualTo(TRUE_LAG);
    }

    @Test
    void bjsales_leadByThree_isConfirmedInWindowsOf36() {
        assertThat(windows(37)).allMatch(a -> a.isConfirmed() && hits(a));
    }

    @ParameterizedTest
    @CsvSource({"13, 0.55", "17, 0.76", "25, 0.93"})
    void bjsales_exactLag_isHitInShortWindows(int levels, double share) {
        List<LeadLagAnalysis> windows = windows(levels);

        assertThat(share(windows, RealSeriesTest::hits)).isGreaterThanOrEqualTo(share);
        assertThat(windows)
                .filteredOn(a -> a.n() < LeadLagAnalysis.POINTS_FULL)
                .noneMatch(LeadLagAnalysis::isConfirmed);
    }

    /** Without a value in both series, or in each for itself; of windows without a gap all are hit. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bjsales_aTenthOfThePeriodsMissing_costsAtMostFivePoints(boolean together) {
        double[] lead = SampleSeries.column(BJ, "lead");
        double[] sales = SampleSeries.column(BJ, "sales");
        List<LeadLagAnalysis> draws = IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(draw -> withGaps(new SplittableRandom(7_919L * draw), lead, sales, together))
                .toList();

        assertThat(share(draws, RealSeriesTest::hits)).isGreaterThanOrEqualTo(0.95);
    }

    private static LeadLagAnalysis withGaps(SplittableRandom random, double[] lead, double[] sales, boolean together) {
        int first = random.nextInt(150 - 37 + 1);
        double[] x = Arrays.copyOfRange(lead, first, first + 37);
        double[] y = Arrays.copyOfRange(sales, first, first + 37);
        for (int t = 0; t < x.length; t++) {
            boolean ofX = random.nextDouble() < 0.1;
            boolean ofY = together ? ofX : random.nextDouble() < 0.1;
            x[t] = ofX ? Double.NaN : x[t];
            y[t] = ofY ? Double.NaN : y[t];
        }
        return SampleSeries.monthly(SampleSeries.MONTHS, x, y);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12})
    void pinkham_advertisingDoesNotLeadSales_theyMoveInTheSameYear(int lagMax) {
        String file = "pinkham/derived/pinkham.csv";
        LeadLagAnalysis a = LeadLagAnalysis.of(
                new LagTerms(Granularity.YEAR, 1, 1, lagMax, false),
                series(file, "advertising", UnitKind.MONEY, "1907"),
                series(file, "sales", UnitKind.MONEY, "1907"));

        assertThat(a.verdict()).isEqualTo(Verdict.COINCIDENT);
        assertThat(a.text().en()).isEqualTo("advertising and sales move in the same period: no early warning.");
    }

    @ParameterizedTest
    @CsvSource({"1,6,true", "1,12,true", "-1,6,true", "-1,12,true", "1,6,false", "1,12,false", "-1,6,false"})
    void milkAndElectricity_shareTheirSeasonOnly_noLeadIsConfirmed(int sign, int lagMax, boolean seasonal) {
        LagTerms terms = new LagTerms(Granularity.MONTH, sign, 1, lagMax, seasonal);
        LagSeries milk = series("milk_electricity/derived/milk__milk.csv", "milk", UnitKind.COUNT, "1994-01");
        LagSeries power = series(
                "milk_electricity/derived/electricity__electricity.csv", "electricity", UnitKind.COUNT, "1973-01");

        for (LeadLagAnalysis a :
                List.of(LeadLagAnalysis.of(terms, milk, power), LeadLagAnalysis.of(terms, power, milk))) {
            assertThat(a.verdict()).isNotEqualTo(Verdict.CONFIRMED);
            if (!seasonal) {
                // Declared non-seasonal against what the data show: told, and never more than weak.
                assertThat(a.notes()).anyMatch(n -> n.kind() == LagNote.Kind.SEASON_LEFT);
                assertThat(a.verdict()).isIn(Verdict.WEAK, Verdict.NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 12})
    void durationOfUnemployment_doesNotLeadUnemployment(int lagMax) {
        String file = "ggplot2_economics/economics.csv";
        LeadLagAnalysis a = LeadLagAnalysis.of(
                new LagTerms(Granularity.MONTH, 1, 1, lagMax, false),
                series(file, "uempmed", UnitKind.DURATION, "1967-07"),
                series(file, "unemploy", UnitKind.COUNT, "1967-07"));

        assertThat(a.verdict()).isIn(Verdict.REVERSED, Verdict.NOT_FOUND);
    }

    @Test
    void usMacro_consumptionLeadsInvestmentByAQuarter_outputAndUnemploymentMoveTogether() {
        LagTerms rising = new LagTerms(Granularity.QUARTER, 1, 1, 8, false);
        LagTerms falling = new LagTerms(Granularity.QUARTER, -1, 1, 8, false);
        LagSeries consumption = series(MACRO, "realcons", UnitKind.MONEY, "1959-Q1");
        LagSeries investment = series(MACRO, "realinv", UnitKind.MONEY, "1959-Q1");
        LagSeries output = series(MACRO, "realgdp", UnitKind.MONEY, "1959-Q1");
        LagSeries unemployment = series(MACRO, "unemp", UnitKind.RATIO, "1959-Q1");

        LeadLagAnalysis lead = LeadLagAnalysis.of(rising, consumption, investment);
        assertThat(lead.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(lead.lag()).isEqualTo(1);
        assertThat(LeadLagAnalysis.of(falling, output, unemployment).verdict()).isEqualTo(Verdict.COINCIDENT);
        // Money and prices: at lag 0 and against the expected sign, so no link is claimed.
        LeadLagAnalysis money = LeadLagAnalysis.of(
                rising,
                series(MACRO, "m1", UnitKind.MONEY, "1959-Q1"),
                series(MACRO, "cpi", UnitKind.RATIO, "1959-Q1"));
        assertThat(money.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(money.notes()).anyMatch(n -> n.kind() == LagNote.Kind.WRONG_SIGN);
    }

    @Test
    void usMacro_oilPriceThatStandsStillForMonths_isWeakAtMost() {
        String file = "us_macro/AER_USMacroSWM.csv";
        LeadLagAnalysis a = LeadLagAnalysis.of(
                SampleSeries.MONTHS,
                series(file, "oil", UnitKind.MONEY, "1947-01"),
                series(file, "cpi", UnitKind.RATIO, "1947-01"));

        assertThat(a.verdict()).isEqualTo(Verdict.WEAK);
        assertThat(a.notes()).anyMatch(n -> n.kind() == LagNote.Kind.UNSTABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void housingStarts_rawAndSeasonallyAdjusted_areTheSameThingAtTheSameTime(boolean seasonal) {
        String file = "ecdat_hstarts/Hstarts.csv";
        LeadLagAnalysis a = LeadLagAnalysis.of(
                new LagTerms(Granularity.QUARTER, 1, 1, 8, seasonal),
                series(file, "hs", UnitKind.RATIO, "1960-Q1"),
                series(file, "hssa", UnitKind.RATIO, "1960-Q1"));

        assertThat(a.verdict()).isEqualTo(Verdict.COINCIDENT);
        // The adjusted series begins later: what it lacks is no gap, only not there.
        assertThat(a.lagging().values()).isLessThan(a.leading().values());
        assertThat(a.lagging().gaps()).isEmpty();
    }
}
