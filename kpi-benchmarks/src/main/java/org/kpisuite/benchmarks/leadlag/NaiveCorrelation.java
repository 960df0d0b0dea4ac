package org.kpisuite.benchmarks.leadlag;

import java.util.Arrays;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * What is done without a statistician: the lag 0..K with the largest correlation, taken for real where it goes beyond
 * 1.96 / √n.
 *
 * @param lag with the largest |r|
 * @param found whether it goes beyond the band of a single lag
 */
record NaiveCorrelation(int lag, boolean found) {
    private static final double SINGLE_BAND = 1.96;
    private static final int LAGS_PER_POINT = 4;

    static NaiveCorrelation of(double[] x, double[] y) {
        int n = x.length;
        int lagMax = Math.min(Simulated.LAG_MAX, n / LAGS_PER_POINT);
        int lag = 0;
        double largest = 0;
        for (int k = 0; k <= lagMax; k++) {
            double r = Math.abs(
                    new PearsonsCorrelation().correlation(Arrays.copyOf(x, n - k), Arrays.copyOfRange(y, k, n)));
            if (r > largest) {
                largest = r;
                lag = k;
            }
        }
        return new NaiveCorrelation(lag, largest > SINGLE_BAND / Math.sqrt(n));
    }

    static double[] differences(double[] logs) {
        double[] differences = new double[logs.length - 1];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = logs[t + 1] - logs[t];
        }
        return differences;
    }
}
