package org.kpisuite.domain.leadlag;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * Whether the period before of one series tells more of another than its own period before does (Granger, one lag, 5 %).
 *
 * <pre>
 *   y[t] = a + b · y[t − 1] + c · x[t − 1] + ε
 *   F = (n − 3) · ρ² / (1 − ρ²)      1 and n − 3 degrees; ρ: of y[t] and x[t − 1], given y[t − 1]
 * </pre>
 * <p>Of the differenced series, over the periods in which all three are present. Source: domain specification §6.2, step 7.
 */
final class Granger {
    private static final double LEVEL = 0.05;
    private static final int COEFFICIENTS = 3;

    private Granger() {}

    static boolean foretells(double[] x, double[] y) {
        return p(x, y) < LEVEL;
    }

    static double p(double[] x, double[] y) {
        double[] now = new double[y.length];
        double[] own = new double[y.length];
        double[] other = new double[y.length];
        int n = 0;
        for (int t = 1; t < y.length; t++) {
            if (!Double.isNaN(y[t] + y[t - 1] + x[t - 1])) {
                now[n] = y[t];
                own[n] = y[t - 1];
                other[n++] = x[t - 1];
            }
        }
        int freedom = n - COEFFICIENTS;
        if (freedom < 1) {
            return 1;
        }
        double nowOwn = correlation(now, own, n);
        double otherOwn = correlation(other, own, n);
        double left = (1 - nowOwn * nowOwn) * (1 - otherOwn * otherOwn);
        double partial = correlation(now, other, n) - nowOwn * otherOwn;
        double share = partial * partial / left;
        // Nothing is left to explain where one follows wholly from the past of the other.
        return left > 0 && share < 1
                ? 1 - new FDistribution(1, freedom).cumulativeProbability(freedom * share / (1 - share))
                : 1;
    }

    private static double correlation(double[] a, double[] b, int n) {
        return new PearsonsCorrelation().correlation(Arrays.copyOf(a, n), Arrays.copyOf(b, n));
    }
}
