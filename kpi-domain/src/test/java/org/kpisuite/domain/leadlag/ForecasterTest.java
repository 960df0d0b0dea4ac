package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Forecasts of the worked example D-A of domain specification §6.5, to the last printed digit, and what is withheld. */
class ForecasterTest {
    private static final double[] X = {
        456, 498, 413, 417, 391, 402, 335, 348, 362, 441, 463, 497, 420, 556, 446, 514, 499, 454, 423, 395, 417, 416,
        502, 407, 411, 373, 413, 324, 314, 325, 275, 312, 322, 367, 416, 374, 343
    };
    private static final double[] Y = {
        5000, 4911, 5961, 6690, 5636, 5481, 5003, 4936, 4289, 4382, 5103, 5702, 5807, 6287, 5285, 6302, 5418, 6283,
        5698, 5798, 5420, 5222, 5724, 5954, 7251, 6340, 6388, 6095, 6184, 5617, 5256, 5005, 5044, 5484, 5233, 6422, 6886
    };

    private static Forecast forecast(double[] x, double[] y, int step, int lag) {
        return forecast(x, y, UnitKind.COUNT, step, lag);
    }

    private static Forecast forecast(double[] x, double[] y, UnitKind ofY, int step, int lag) {
        AlignedSeries aligned = AlignedSeries.of(series(x, UnitKind.COUNT), series(y, ofY));
        return new Forecaster(aligned, step, lag).forecast();
    }

    private static LagSeries series(double[] values, UnitKind unit) {
        TreeMap<Period, BigDecimal> present = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                present.put(Period.parse("2023-10").plus(i), BigDecimal.valueOf(values[i]));
            }
        }
        return new LagSeries("S", new LocalizedText("S", "S"), unit, present);
    }

    private static String rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void workedExample_isForetoldToTheLastPrintedDigit() {
        Forecast forecast = forecast(X, Y, 1, 2);
        Forecast.Model model = forecast.model().orElseThrow();
        assertThat(model.n()).isEqualTo(34);
        assertThat(rounded(model.intercept(), 6)).isEqualTo("0.006119");
        assertThat(rounded(model.interceptError(), 6)).isEqualTo("0.009753");
        assertThat(rounded(model.slope(), 6)).isEqualTo("0.694815");
        assertThat(rounded(model.slopeError(), 6)).isEqualTo("0.075552");
        assertThat(rounded(model.residualError(), 6)).isEqualTo("0.056855");
        assertThat(rounded(model.rSquare(), 4)).isEqualTo("0.7255");
        assertThat(rounded(model.durbinWatson(), 3)).isEqualTo("2.604");
        assertThat(rounded(model.error(), 2)).isEqualTo("380.48");
        assertThat(rounded(model.errorOfRepetition(), 2)).isEqualTo("445.25");
        assertThat(forecast.withheld()).isEmpty();
        assertThat(forecast.points())
                .map(p -> p.period() + " " + rounded(p.value(), 2) + " [" + rounded(p.low(), 2) + "; "
                        + rounded(p.high(), 2) + "]")
                .containsExactly("2026-11 6434.41 [5962.45; 6943.73]", "2026-12 6096.17 [5462.01; 6803.95]");
    }

    /** What followed for years has of late gone the other way: repeating the last value was better. */
    @Test
    void nothingIsForetold_whereTheLinkHasBroken() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = walk(random, 60);
        double[] y = new double[60];
        y[0] = y[1] = y[2] = 100;
        for (int i = 3; i < 60; i++) {
            double sign = i < 48 ? 1 : -1;
            y[i] = y[i - 1] * Math.exp(sign * Math.log(x[i - 2] / x[i - 3]) + 0.01 * (random.nextDouble() - 0.5));
        }
        Forecast forecast = forecast(x, y, 1, 2);
        assertThat(forecast.points()).isEmpty();
        assertThat(forecast.withheld()).hasValue(Forecast.Withheld.NOT_BETTER);
        assertThat(forecast.model()).isPresent();
    }

    @Test
    void horizonEnds_whereTheLeadingOneHasNeverBeenBefore() {
        double[] x = X.clone();
        x[36] = 700;
        Forecast forecast = forecast(x, Y, 1, 2);
        assertThat(forecast.points()).extracting(Forecast.Point::period).containsExactly(Period.parse("2026-11"));
        assertThat(forecast.withheld()).hasValue(Forecast.Withheld.OUT_OF_RANGE);
        assertThat(rounded(forecast.model().orElseThrow().xLow(), 1)).isEqualTo("247.5");
        assertThat(rounded(forecast.model().orElseThrow().xHigh(), 1)).isEqualTo("611.6");
    }

    @Test
    void horizonEnds_atAMissingValueOfTheLeadingOne() {
        double[] x = X.clone();
        x[35] = Double.NaN;
        assertThat(forecast(x, Y, 1, 2).points()).isEmpty();
    }

    /** A lagging indicator that is late with its data is foretold from its own last period, still not beyond the lag. */
    @Test
    void forecastBegins_afterTheLastLaggingValue() {
        double[] x = Arrays.copyOf(X, X.length + 1);
        x[X.length] = 350;
        double[] y = Arrays.copyOf(Y, Y.length + 1);
        y[Y.length] = Double.NaN;
        assertThat(forecast(x, y, 1, 2)).isEqualTo(forecast(X, Y, 1, 2));
    }

    private static double[] walk(SplittableRandom random, int length) {
        double[] walk = new double[length];
        double at = 5;
        for (int i = 0; i < length; i++) {
            at += 0.1 * (random.nextDouble() - 0.5);
            walk[i] = Math.exp(at);
        }
        return walk;
    }

    /** Over a season nothing accumulates: each period stands on its own of the season before. */
    @Test
    void seasonalForecast_standsOnTheSeasonBefore() {
        int season = 4;
        SplittableRandom random = new SplittableRandom(11);
        double[] wave = {1.0, 1.5, 0.7, 1.2};
        double[] push = IntStream.range(0, 44)
                .mapToDouble(i -> 2 * random.nextDouble() - 1)
                .toArray();
        double[] x = IntStream.range(0, 44)
                .mapToDouble(i -> 100 * wave[i % season] * Math.exp(0.2 * push[i]))
                .toArray();
        double[] y = IntStream.range(0, 44)
                .mapToDouble(i -> 1000
                        * wave[(i + 1) % season]
                        * Math.exp(0.16 * (i < 2 ? 0 : push[i - 2]) + 0.02 * (random.nextDouble() - 0.5)))
                .toArray();
        Forecast forecast = forecast(x, y, season, 2);
        assertThat(forecast.points()).hasSize(2);
        double slope = forecast.model().orElseThrow().slope().doubleValue();
        assertThat(slope).isBetween(0.75, 0.85);
        for (int h = 1; h <= 2; h++) {
            double change = Math.log(x[43 + h - 2] / x[43 + h - 2 - season]);
            double expected = y[43 + h - season]
                    * Math.exp(forecast.model().orElseThrow().intercept().doubleValue() + slope * change);
            assertThat(forecast.points().get(h - 1).value().doubleValue())
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
        }
        double first = width(forecast.points().get(0));
        double second = width(forecast.points().get(1));
        assertThat(second / first).isBetween(0.9, 1.1);
    }

    /** Relative width of the band. */
    private static double width(Forecast.Point point) {
        return Math.log(point.high().doubleValue() / point.low().doubleValue());
    }

    @Test
    void shares_stayBetweenNoneAndAll() {
        double[] x = X.clone();
        double[] y = Arrays.stream(Y).map(v -> v / 7300).toArray();
        Forecast forecast = forecast(x, y, UnitKind.PERCENT, 1, 2);
        assertThat(forecast.model()).isPresent();
        forecast.points().forEach(p -> {
            assertThat(p.low()).isPositive();
            assertThat(p.high()).isLessThan(BigDecimal.ONE);
        });
    }
}
