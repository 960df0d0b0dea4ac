package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Signals and slopes of pairs in which less is better, or which are no logarithms. Source: domain specification §6.5, §6.7. */
class SignalDirectionTest {
    private static PairSide side(String code, UnitKind unit, Direction direction, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2020-01").plus(i), BigDecimal.valueOf(values[i]));
        }
        return new PairSide(new LagSeries(code, new LocalizedText(code, code), unit, series), direction, null, 0, null);
    }

    private static PairReading reading(int sign, int lag, PairSide x, PairSide y) {
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, sign, lag, 6, false);
        return PairReading.of(pair, x, y, Comparisons.STANDARD);
    }

    private static PairReading leadsAndCost(double[] leads, double... cost) {
        return reading(
                -1,
                1,
                side("LEADS", UnitKind.COUNT, Direction.UP, leads),
                side("CAC", UnitKind.MONEY, Direction.DOWN, cost));
    }

    private static SignalText only(PairReading reading) {
        assertThat(reading.signalTexts()).hasSize(1);
        return reading.signalTexts().get(0);
    }

    /** A cost that rose is told to have risen: signs by effect are for the signal, not for its reader. */
    @Test
    void costThatRose_isToldToHaveRisen() {
        SignalText unwarned = only(leadsAndCost(new double[] {1000, 1000, 1000}, 100, 100, 120));

        assertThat(unwarned.signal().kind()).isEqualTo(Signal.Kind.UNWARNED);
        assertThat(unwarned.signal().figures().changeY()).isEqualByComparingTo("-0.2");
        assertThat(unwarned.in(Messages.EN)).startsWith("CAC rose in 2020-03 (+20.0%) without a warning from LEADS");
        assertThat(unwarned.in(Messages.RU)).startsWith("CAC за 2020-03: +20,0\u00A0%, без предупреждения");
    }

    @Test
    void costThatFellTooLittle_isToldToHaveFallen_andOneThatWentUpToHaveRisen() {
        assertThat(only(leadsAndCost(new double[] {1000, 1500, 1500}, 100, 100, 90))
                        .in(Messages.EN))
                .startsWith("LEADS: +50.0% in 2020-02, but CAC, 1 month later, only \u221210.0%")
                .as("cost per lead is nothing that comes of a lead")
                .contains("(elasticity 0.26)")
                .doesNotContain("per unit");
        assertThat(only(leadsAndCost(new double[] {1000, 1500, 1500}, 100, 100, 110))
                        .in(Messages.EN))
                .contains("went the other way: +10.0%");
    }

    @Test
    void fallOfTheLeadingOne_warnsThatACostMayRise() {
        SignalText warning = only(leadsAndCost(new double[] {1000, 1000, 500}, 100, 100, 100));

        assertThat(warning.signal().kind()).isEqualTo(Signal.Kind.EARLY_WARNING);
        assertThat(warning.in(Messages.EN)).contains("CAC may rise in 1 month");
        assertThat(warning.in(Messages.RU)).contains("CAC может вырасти через 1 месяц");
    }

    /** D-A: one percent of the leading one went with 0.694815 % of the lagging one, as far as it was ever observed. */
    @Test
    void targetOfEitherSide_isToldAsWhatItWentWithOnTheOther() {
        PairReading pair = reading(
                1,
                2,
                side("X", UnitKind.COUNT, Direction.UP, SampleSeries.vector("D-A", "x")),
                side("Y", UnitKind.COUNT, Direction.UP, SampleSeries.vector("D-A", "y")));

        assertThat(pair.following(new BigDecimal("1.1")))
                .hasValueSatisfying(r -> assertThat(r).isBetween(new BigDecimal("1.0684"), new BigDecimal("1.0685")));
        assertThat(pair.preceding(new BigDecimal("1.1")))
                .hasValueSatisfying(r -> assertThat(r).isBetween(new BigDecimal("1.1470"), new BigDecimal("1.1471")));
        assertThat(pair.preceding(new BigDecimal("3"))).as("never observed").isEmpty();
        assertThat(pair.following(new BigDecimal("0.1"))).as("never observed").isEmpty();
        assertThat(pair.following(BigDecimal.ZERO)).isEmpty();
        assertThat(leadsAndCost(new double[] {1000, 1500, 1500}, 100, 100, 90).following(BigDecimal.ONE))
                .as("nothing is confirmed")
                .isEmpty();
    }

    /** Points are no logarithms: a slope in points of points is not what one percent is followed by. */
    @Test
    void slopeOfPoints_isNoElasticity() {
        double[] x = SampleSeries.vector("D-A", "x");
        double[] y = SampleSeries.vector("D-A", "y");
        x[34] = 2 * x[33];
        y[36] = 1.8 * y[35];
        PairReading logs =
                reading(1, 1, side("X", UnitKind.COUNT, Direction.UP, x), side("Y", UnitKind.COUNT, Direction.UP, y));
        PairReading points =
                reading(1, 1, side("X", UnitKind.POINTS, Direction.UP, x), side("Y", UnitKind.POINTS, Direction.UP, y));

        assertThat(logs.analysis().isConfirmed()).isTrue();
        assertThat(logs.elasticity())
                .hasValueSatisfying(b -> assertThat(b).isBetween(new BigDecimal("0.5"), new BigDecimal("1")));
        assertThat(points.analysis().isConfirmed()).isTrue();
        assertThat(points.forecast().model().orElseThrow().slope()).isGreaterThan(BigDecimal.valueOf(5));
        assertThat(points.elasticity()).isEmpty();
        assertThat(points.signals())
                .as("doubled, then 80 % more: kept by any measure of one by one")
                .filteredOn(
                        i -> i.due().equals(points.lagging().series().values().lastKey()))
                .isEmpty();
    }
}
