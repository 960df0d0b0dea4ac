package org.kpisuite.domain.leadlag;

import java.util.Arrays;

/**
 * How a series follows from its own past, so that this can be taken out of it.
 *
 * <pre>
 *   e[t] = (z[t] − z̄) − Σ φ[j] · (z[t − j] − z̄)        j = 1..p, p = 0..min(4, ⌊n/8⌋) by the least AICc
 *   AICc = n · ln σ²[p] + 2k + 2k(k + 1) / (n − k − 1)   k = p + 1
 * </pre>
 * <p>φ by Yule and Walker (Levinson and Durbin). Source: domain specification §6.2, step 4.
 */
final class Autoregression {
    private static final int ORDER_MAX = 4;
    private static final int POINTS_PER_ORDER = 8;

    private final double[] filter;
    private final double[] criteria;

    private Autoregression(double[] filter, double[] criteria) {
        this.filter = filter;
        this.criteria = criteria;
    }

    static Autoregression of(double[] values) {
        int n = Series.count(values);
        int orderMax = Math.min(ORDER_MAX, n / POINTS_PER_ORDER);
        double[] covariances = Series.autocovariances(values, orderMax);
        double[] criteria = new double[orderMax + 1];
        Arrays.fill(criteria, Double.POSITIVE_INFINITY);
        double[] filter = new double[0];
        double[] best = filter;
        double variance = covariances[0];
        int chosen = 0;
        for (int p = 0; p <= orderMax && variance > 0; p++) {
            if (p > 0) {
                double reflection = reflection(filter, covariances, variance);
                filter = longer(filter, reflection);
                variance *= 1 - reflection * reflection;
            }
            criteria[p] = criterion(n, variance, p);
            if (criteria[p] < criteria[chosen]) {
                chosen = p;
                best = filter;
            }
        }
        return new Autoregression(best, criteria);
    }

    private static double reflection(double[] filter, double[] covariances, double variance) {
        int p = filter.length + 1;
        double sum = covariances[p];
        for (int j = 1; j < p; j++) {
            sum -= filter[j - 1] * covariances[p - j];
        }
        return sum / variance;
    }

    private static double[] longer(double[] filter, double reflection) {
        double[] next = Arrays.copyOf(filter, filter.length + 1);
        for (int j = 0; j < filter.length; j++) {
            next[j] -= reflection * filter[filter.length - 1 - j];
        }
        next[filter.length] = reflection;
        return next;
    }

    private static double criterion(int n, double variance, int order) {
        int k = order + 1;
        return variance > 0
                ? n * Math.log(variance) + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1)
                : Double.POSITIVE_INFINITY;
    }

    /** φ[1..p]. */
    double[] filter() {
        return filter;
    }

    /** AICc of p = 0, 1, …; infinite where gaps make the estimate impossible. */
    double[] criteria() {
        return criteria;
    }

    int order() {
        return filter.length;
    }

    /**
     * What this filter leaves of a series; NaN where a value is missing itself, and for the first p values. A missing value in
     * the past of another is taken as what the filter foretold for it.
     */
    double[] residuals(double[] values) {
        double mean = Series.mean(values);
        int first = Series.first(values);
        double[] known = new double[values.length];
        double[] residuals = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            double foretold = 0;
            for (int j = 1; j <= Math.min(order(), t - first); j++) {
                foretold += filter[j - 1] * known[t - j];
            }
            known[t] = Double.isNaN(values[t]) ? foretold : values[t] - mean;
            residuals[t] = t < first + order() ? Double.NaN : values[t] - mean - foretold;
        }
        return residuals;
    }
}
