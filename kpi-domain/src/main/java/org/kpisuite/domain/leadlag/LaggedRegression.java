package org.kpisuite.domain.leadlag;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The change of the lagging indicator explained by the change of the leading one some periods before, by least squares:
 *
 * <pre>
 *   Δy_t = a + b·Δx_{t−L} + ε
 * </pre>
 *
 * <p>Unit: changes of transformed values, so that for logarithms {@code b} is an elasticity. Source: domain specification
 * §6.5.
 */
final class LaggedRegression {
    /** What the points of a straight line need at least, one more than its two coefficients and a residual. */
    static final int POINTS_MIN = 4;

    private static final double BAND_UPPER = 0.90;

    /**
     * One change of both.
     *
     * @param at place of the lagging period in its series
     * @param x change of the leading indicator, L periods before
     * @param y change of the lagging indicator
     */
    record Point(int at, double x, double y) {}

    private final List<Point> points;
    private final SimpleRegression line = new SimpleRegression();

    LaggedRegression(List<Point> points) {
        this.points = points;
        points.forEach(p -> line.addData(p.x, p.y));
    }

    double intercept() {
        return line.getIntercept();
    }

    double slope() {
        return line.getSlope();
    }

    double interceptError() {
        return line.getInterceptStdErr();
    }

    double slopeError() {
        return line.getSlopeStdErr();
    }

    double residualError() {
        return Math.sqrt(line.getMeanSquareError());
    }

    double rSquare() {
        return line.getRSquare();
    }

    int n() {
        return points.size();
    }

    /** The change of the lagging indicator after {@code periods} changes of the leading one that sum to {@code sumX}. */
    double expected(int periods, double sumX) {
        return periods * intercept() + sumX * slope();
    }

    /** Half the width of the 80 % interval of {@link #expected}. */
    double halfBand(int periods, double sumX) {
        double varianceA = interceptError() * interceptError();
        double varianceB = slopeError() * slopeError();
        double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
        double covariance = -meanX * varianceB;
        double ofLine = periods * periods * varianceA + 2 * periods * sumX * covariance + sumX * sumX * varianceB;
        double variance = ofLine + periods * line.getMeanSquareError();
        return new TDistribution(n() - 2.0).inverseCumulativeProbability(BAND_UPPER) * Math.sqrt(variance);
    }

    /** Durbin and Watson, over residuals of neighbouring periods; about 2 where they know nothing of each other. */
    double durbinWatson() {
        double squares = 0;
        double steps = 0;
        int neighbours = 0;
        for (int i = 0; i < points.size(); i++) {
            double residual = residual(points.get(i));
            squares += residual * residual;
            if (i > 0 && points.get(i).at == points.get(i - 1).at + 1) {
                double step = residual - residual(points.get(i - 1));
                steps += step * step;
                neighbours++;
            }
        }
        return neighbours == 0 ? 0 : steps / squares * (n() - 1) / neighbours;
    }

    private double residual(Point point) {
        return point.y - expected(1, point.x);
    }
}
