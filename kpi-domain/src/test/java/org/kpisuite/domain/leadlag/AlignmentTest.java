package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** What of two series is used, and what is left out and told. */
class AlignmentTest {
    private static final double NONE = Double.NaN;

    private static double[] without(double[] values, int... at) {
        double[] gapped = values.clone();
        Arrays.stream(at).forEach(i -> gapped[i] = NONE);
        return gapped;
    }

    @Test
    void missingPeriod_dropsOnlyItsPairs_andTheLagStays() {
        double[] x = without(SampleSeries.vector("D-A", "x"), 10, 25);
        LeadLagAnalysis a = SampleSeries.monthly(SampleSeries.months(6), x, SampleSeries.vector("D-A", "y"));

        LagEvidence found = a.evidence().orElseThrow();
        assertThat(a.n()).isEqualTo(36 - 4);
        assertThat(found.lag()).isEqualTo(2);
        assertThat(a.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(a.leading().gaps()).extracting(Period::code).containsExactly("2000-11", "2002-02");
        assertThat(found.decision().at(0).n()).isEqualTo(35 - 4);
        assertThat(a.notes())
                .filteredOn(n -> n.kind() == LagNote.Kind.GAPS)
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.text().en())
                            .isEqualTo("X: periods without a value 2; they are left out, not filled in.");
                    assertThat(n.text().ru()).isEqualTo("X: периодов без значения 2; они пропущены, а не заполнены.");
                });
    }

    @Test
    void seriesOfOtherSpans_areMatchedByPeriod() {
        double[] x = SampleSeries.vector("D-A", "x");
        double[] y = SampleSeries.vector("D-A", "y");
        LagSeries late =
                SampleSeries.of("Y", UnitKind.COUNT, Period.parse("2000-06"), Arrays.copyOfRange(y, 5, y.length));
        LeadLagAnalysis a = LeadLagAnalysis.of(SampleSeries.months(6), SampleSeries.monthly("X", x), late);

        assertThat(a.n()).isEqualTo(31);
        assertThat(a.evidence().orElseThrow().lag()).isEqualTo(2);
        assertThat(a.leading().gaps()).isEmpty();
        assertThat(a.lagging().first()).contains(Period.parse("2000-06"));
    }

    @Test
    void breakOfDefinition_startsANewSeries_andIsTold() {
        double[] x = SampleSeries.vector("D-A", "x");
        LagSeries whole = SampleSeries.monthly("X", x);
        TreeSet<Period> breaks = new TreeSet<>();
        breaks.add(Period.parse("2000-04"));
        LagSeries broken = new LagSeries("X", whole.name(), whole.unitKind(), whole.values(), breaks);
        LagSeries y = SampleSeries.monthly("Y", SampleSeries.vector("D-A", "y"));
        LeadLagAnalysis a = LeadLagAnalysis.of(SampleSeries.months(6), broken, y);

        assertThat(a.n()).isEqualTo(33);
        assertThat(a.leading().leftOut()).isEqualTo(3);
        assertThat(a.notes())
                .extracting(n -> n.text().en())
                .contains("X: the definition in force begins with 2000-04; earlier values left out: 3.");
        LagSeries same = SampleSeries.of("X", UnitKind.COUNT, Period.parse("2000-04"), Arrays.copyOfRange(x, 3, 37));
        assertThat(LeadLagAnalysis.of(SampleSeries.months(6), same, y).evidence())
                .isEqualTo(a.evidence());
    }

    @Test
    void gapsThatLeaveTooFewPairs_meanNotTested() {
        double[] x = SampleSeries.vector("D-A", "x");
        for (int t = 0; t < x.length; t += 4) {
            x[t] = NONE;
        }
        double[] y = SampleSeries.vector("D-A", "y");
        for (int t = 2; t < y.length; t += 4) {
            y[t] = NONE;
        }
        LeadLagAnalysis a = SampleSeries.monthly(SampleSeries.months(6), x, y);

        assertThat(a.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(a.evidence()).isEmpty();
    }

    @Test
    void nothingAtAll_isTooFew() {
        LeadLagAnalysis a = SampleSeries.monthly(SampleSeries.MONTHS, new double[0], new double[] {1, 2, 3});

        assertThat(a.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(a.n()).isZero();
    }

    @Test
    void constantSeries_goesWithNothing() {
        double[] still = new double[37];
        Arrays.fill(still, 7);
        LeadLagAnalysis a = SampleSeries.monthly(SampleSeries.months(6), still, SampleSeries.vector("D-A", "y"));

        assertThat(a.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(a.evidence().orElseThrow().p()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void periodsOfTwoLengths_areRefused() {
        TreeMap<Period, BigDecimal> values = new TreeMap<>();
        values.put(Period.parse("2026-01"), BigDecimal.ONE);
        values.put(Period.parse("2026-Q2"), BigDecimal.ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LagSeries("X", new LocalizedText("X", "X"), UnitKind.COUNT, values));
    }

    @ParameterizedTest
    @CsvSource({
        "MONEY, 5, LOG",
        "MONEY, 0, LEVEL",
        "MONEY, -1, LEVEL",
        "PERCENT, 0.4, LOGIT",
        "PERCENT, 1, LEVEL",
        "PERCENT, 0, LEVEL",
        "POINTS, 40, LEVEL",
        "RATIO, 2, LOG"
    })
    void scale_isThatOfItsValues(UnitKind unit, BigDecimal value, Scale expected) {
        assertThat(Scale.of(unit, List.of(value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, true, 36, SLOGDIFF, 24",
        "MONTH, true, 35, LOGDIFF, 34",
        "MONTH, false, 60, LOGDIFF, 59",
        "QUARTER, true, 30, SLOGDIFF, 26",
        "DAY, true, 40, SLOGDIFF, 33",
        "YEAR, true, 40, LOGDIFF, 39"
    })
    void seasonalPair_isComparedWithTheYearBefore_fromThreeSeasonsOn(
            Granularity granularity, boolean seasonal, int levels, String transform, int n) {
        Random random = new Random(5);
        double[] x = random.doubles(levels, 10, 20).toArray();
        double[] y = random.doubles(levels, 10, 20).toArray();
        Period first = SampleSeries.period(granularity, 1999);
        LeadLagAnalysis a = LeadLagAnalysis.of(
                new LagTerms(granularity, 1, 1, 3, seasonal),
                SampleSeries.of("X", UnitKind.COUNT, first, x),
                SampleSeries.of("Y", UnitKind.COUNT, first, y));

        assertThat(a.transform().code()).isEqualTo(transform);
        assertThat(a.n()).isEqualTo(n);
        boolean notControlled = seasonal && granularity != Granularity.YEAR && transform.equals("LOGDIFF");
        assertThat(a.notes().stream().anyMatch(k -> k.kind() == LagNote.Kind.SEASONALITY_NOT_CONTROLLED))
                .isEqualTo(notControlled);
        assertThat(a.notes().stream().anyMatch(k -> k.kind() == LagNote.Kind.SHARED_SEASON))
                .as("a season taken out is warned of all the same")
                .isEqualTo(transform.equals("SLOGDIFF"));
    }
}
