package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Period;

/**
 * Foretells a lagging indicator from the leading one by a {@link LaggedRegression} of their changes, and tries that on its
 * own past first. Source: domain specification §6.5.
 */
final class Forecaster {
    private static final int TRIALS_MIN = 8;
    private static final double TRIALS_SHARE = 0.2;
    private static final double WATSON_MIN = 1.2;
    private static final double WATSON_MAX = 2.8;
    private static final double RANGE_WIDENED = 0.1;

    private final AlignedSeries in;
    private final double[] x;
    private final double[] y;
    private final int step;
    private final int lag;
    private final double[] scaledX;
    private final double[] scaledY;
    private final int last;
    private final List<LaggedRegression.Point> points;

    /**
     * Over both series.
     *
     * @param step periods over which changes are taken: 1, or the season
     */
    Forecaster(AlignedSeries in, int step, int lag) {
        this.in = in;
        this.step = step;
        this.lag = lag;
        this.x = in.leading();
        this.y = in.lagging();
        this.scaledX = scaled(in.leadingScale(), x);
        this.scaledY = scaled(in.laggingScale(), y);
        this.last = IntStream.range(0, y.length)
                .filter(i -> !Double.isNaN(y[i]))
                .max()
                .orElse(-1);
        this.points = IntStream.rangeClosed(step + lag, last)
                .mapToObj(t -> new LaggedRegression.Point(t, changeOfX(t - lag), changeOfY(t)))
                .filter(p -> !Double.isNaN(p.x()) && !Double.isNaN(p.y()))
                .toList();
    }

    /** The forecast for the periods after the last one that has a lagging value. */
    Forecast forecast() {
        int trials = Math.max(TRIALS_MIN, (int) Math.ceil(TRIALS_SHARE * points.size()));
        if (points.size() - trials < LaggedRegression.POINTS_MIN) {
            return Forecast.none(Forecast.Withheld.NOT_BETTER);
        }
        LaggedRegression line = new LaggedRegression(points);
        Forecast.Model model = model(line, trials);
        boolean better = model.error().compareTo(model.errorOfRepetition()) < 0;
        double watson = line.durbinWatson();
        if (!better || watson < WATSON_MIN || watson > WATSON_MAX) {
            return new Forecast(Optional.of(model), List.of(), Optional.of(Forecast.Withheld.NOT_BETTER));
        }
        List<Forecast.Point> foretold = foretold(line, model, in.periods().get(last));
        return new Forecast(
                Optional.of(model),
                foretold,
                foretold.size() < lag ? Optional.of(Forecast.Withheld.OUT_OF_RANGE) : Optional.empty());
    }

    private List<Forecast.Point> foretold(LaggedRegression line, Forecast.Model model, Period from) {
        List<Forecast.Point> foretold = new ArrayList<>();
        double sum = 0;
        for (int h = 1; h <= lag; h++) {
            int cause = last + h - lag;
            double change = cause < 0 ? Double.NaN : changeOfX(cause);
            if (Double.isNaN(change) || !isSeen(x[cause], model)) {
                break;
            }
            sum = step == 1 ? sum + change : change;
            int base = step == 1 ? last : last + h - step;
            int steps = step == 1 ? h : 1;
            double middle = scaledY[base] + line.expected(steps, sum);
            double half = line.halfBand(steps, sum);
            if (Double.isNaN(middle)) {
                break;
            }
            foretold.add(new Forecast.Point(
                    from.plus(h), number(back(middle)), number(back(middle - half)), number(back(middle + half))));
        }
        return foretold;
    }

    private static boolean isSeen(double x, Forecast.Model model) {
        BigDecimal value = number(x);
        return value.compareTo(model.xLow()) >= 0 && value.compareTo(model.xHigh()) <= 0;
    }

    private Forecast.Model model(LaggedRegression line, int trials) {
        double error = 0;
        double repetition = 0;
        for (int i = points.size() - trials; i < points.size(); i++) {
            LaggedRegression.Point tried = points.get(i);
            LaggedRegression before = new LaggedRegression(points.subList(0, i));
            int base = tried.at() - step;
            double guess = back(scaledY[base] + before.expected(1, tried.x()));
            error += Math.abs(guess - y[tried.at()]);
            repetition += Math.abs(y[base] - y[tried.at()]);
        }
        DoubleSummaryStatistics seen = IntStream.rangeClosed(0, last - lag)
                .mapToDouble(i -> x[i])
                .filter(v -> !Double.isNaN(v))
                .summaryStatistics();
        return new Forecast.Model(
                number(line.intercept()),
                number(line.interceptError()),
                number(line.slope()),
                number(line.slopeError()),
                number(line.residualError()),
                number(line.rSquare()),
                number(line.durbinWatson()),
                line.n(),
                number(error / trials),
                number(repetition / trials),
                number(seen.getMin() - RANGE_WIDENED * Math.abs(seen.getMin())),
                number(seen.getMax() + RANGE_WIDENED * Math.abs(seen.getMax())));
    }

    private double changeOfX(int at) {
        return at < step ? Double.NaN : scaledX[at] - scaledX[at - step];
    }

    private double changeOfY(int at) {
        return scaledY[at] - scaledY[at - step];
    }

    /** Levels stay as they are: a straight line does not mind their unit. */
    private static double[] scaled(Scale scale, double[] values) {
        return scale == Scale.LEVEL ? values : scale.of(values);
    }

    private double back(double scaled) {
        return in.laggingScale() == Scale.LEVEL ? scaled : in.laggingScale().back(scaled);
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value);
    }
}
