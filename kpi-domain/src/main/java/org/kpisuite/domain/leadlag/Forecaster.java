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

    /**
     * Both series over the same periods, NaN where a value is missing.
     *
     * @param ofX how the leading values are transformed, likewise ofY
     * @param step periods over which changes are taken: 1, or the season
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Input(double[] x, double[] y, Scale ofX, Scale ofY, int step, int lag) {}

    private final Input in;
    private final double[] scaledX;
    private final double[] scaledY;
    private final int last;
    private final List<LaggedRegression.Point> points;

    Forecaster(Input in) {
        this.in = in;
        this.scaledX = scaled(in.ofX, in.x);
        this.scaledY = scaled(in.ofY, in.y);
        this.last = IntStream.range(0, in.y.length)
                .filter(i -> !Double.isNaN(in.y[i]))
                .max()
                .orElse(-1);
        this.points = IntStream.rangeClosed(in.step + in.lag, last)
                .mapToObj(t -> new LaggedRegression.Point(t, changeOfX(t - in.lag), changeOfY(t)))
                .filter(p -> !Double.isNaN(p.x()) && !Double.isNaN(p.y()))
                .toList();
    }

    /** The forecast for the periods after the last of these that has a lagging value. */
    Forecast of(List<Period> periods) {
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
        List<Forecast.Point> foretold = foretold(line, model, periods.get(last));
        return new Forecast(
                Optional.of(model),
                foretold,
                foretold.size() < in.lag ? Optional.of(Forecast.Withheld.OUT_OF_RANGE) : Optional.empty());
    }

    private List<Forecast.Point> foretold(LaggedRegression line, Forecast.Model model, Period from) {
        List<Forecast.Point> foretold = new ArrayList<>();
        double sum = 0;
        for (int h = 1; h <= in.lag; h++) {
            int cause = last + h - in.lag;
            double change = cause < 0 ? Double.NaN : changeOfX(cause);
            if (Double.isNaN(change) || !isSeen(in.x[cause], model)) {
                break;
            }
            sum = in.step == 1 ? sum + change : change;
            int base = in.step == 1 ? last : last + h - in.step;
            int steps = in.step == 1 ? h : 1;
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
            int base = tried.at() - in.step;
            double guess = back(scaledY[base] + before.expected(1, tried.x()));
            error += Math.abs(guess - in.y[tried.at()]);
            repetition += Math.abs(in.y[base] - in.y[tried.at()]);
        }
        DoubleSummaryStatistics seen = IntStream.rangeClosed(0, last - in.lag)
                .mapToDouble(i -> in.x[i])
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
        return at < in.step ? Double.NaN : scaledX[at] - scaledX[at - in.step];
    }

    private double changeOfY(int at) {
        return scaledY[at] - scaledY[at - in.step];
    }

    /** Levels stay as they are: a straight line does not mind their unit. */
    private static double[] scaled(Scale scale, double[] values) {
        return scale == Scale.LEVEL ? values : scale.of(values);
    }

    private double back(double scaled) {
        return in.ofY == Scale.LEVEL ? scaled : in.ofY.back(scaled);
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value);
    }
}
