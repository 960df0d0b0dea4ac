package org.kpisuite.domain.leadlag;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How often the same lag, give or take one, comes out of other histories of the same kind: a moving-block bootstrap of
 * embedded rows (f[t], e[t], e[t − 1], …, e[t − K]), which keeps the lags whole.
 *
 * <pre>
 *   block of max(2, ⌈m^⅓⌉) rows, m rows, 2000 replicates; support(L) = share of them with the largest |r| at L − 1, L or L + 1
 * </pre>
 * <p>Range 0..1. Told as stability, never as a confidence interval. Source: domain specification §6.2, step 8.
 */
final class LagStability {
    static final int REPLICATES = 2000;

    /** Sums of a block at one lag: pairs, e, f, e², f², ef. */
    private static final int SUMS = 6;

    /** A replicate of two rows over and over correlates fully at every lag: a tie, which the smallest lag wins. */
    private static final double TIE = 1e-7;

    /** Variance of a replicate that is one row over and over: nothing but rounding. */
    private static final double SAME = 1e-10;

    private final int lagMax;
    private final int start;
    private final int rows;
    private final int block;
    private final int[] argmax;

    LagStability(CrossCorrelation series, int lagMax) {
        this.lagMax = lagMax;
        this.start = Math.max(Series.first(series.leading()) + lagMax, Series.first(series.lagging()));
        this.rows = Series.last(series.lagging()) - start + 1;
        this.block = Math.max(2, (int) Math.ceil(Math.cbrt(rows) - 1e-9));
        this.argmax = resample(cumulated(series));
    }

    /** How many replicates had their largest correlation at this lag. */
    int replicates(int lag) {
        return lag < 0 || lag > lagMax ? 0 : argmax[lag];
    }

    double support(int lag) {
        return (replicates(lag - 1) + replicates(lag) + replicates(lag + 1)) / (double) REPLICATES;
    }

    /** Sums over the rows before each row, for every lag. */
    private double[][] cumulated(CrossCorrelation series) {
        double[][] sums = new double[rows + 1][(lagMax + 1) * SUMS];
        for (int row = 0; row < rows; row++) {
            double f = series.lagging()[start + row];
            System.arraycopy(sums[row], 0, sums[row + 1], 0, sums[row].length);
            for (int lag = 0; lag <= lagMax; lag++) {
                double e = series.leading()[start + row - lag];
                if (!Double.isNaN(e) && !Double.isNaN(f)) {
                    add(sums[row + 1], lag * SUMS, e, f);
                }
            }
        }
        return sums;
    }

    private static void add(double[] sums, int at, double e, double f) {
        sums[at] += 1;
        sums[at + 1] += e;
        sums[at + 2] += f;
        sums[at + 3] += e * e;
        sums[at + 4] += f * f;
        sums[at + 5] += e * f;
    }

    private int[] resample(double[][] cumulated) {
        int[] counts = new int[lagMax + 1];
        double[] sums = new double[(lagMax + 1) * SUMS];
        SplittableRandom random = new SplittableRandom(Permutations.SEED);
        for (int b = 0; b < REPLICATES; b++) {
            Arrays.fill(sums, 0);
            for (int taken = 0; taken < rows; taken += block) {
                int first = random.nextInt(rows - block + 1);
                double[] before = cumulated[first];
                double[] after = cumulated[first + Math.min(block, rows - taken)];
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += after[i] - before[i];
                }
            }
            counts[largest(sums)]++;
        }
        return counts;
    }

    private int largest(double[] sums) {
        int largest = 0;
        double max = -1;
        for (int lag = 0; lag <= lagMax; lag++) {
            double square = square(sums, lag * SUMS);
            if (square > max + TIE) {
                max = square;
                largest = lag;
            }
        }
        return largest;
    }

    private static double square(double[] sums, int at) {
        double n = sums[at];
        double e = sums[at + 3] - sums[at + 1] * sums[at + 1] / n;
        double f = sums[at + 4] - sums[at + 2] * sums[at + 2] / n;
        double product = sums[at + 5] - sums[at + 1] * sums[at + 2] / n;
        boolean varies = e > SAME * sums[at + 3] && f > SAME * sums[at + 4];
        return n > 2 && varies ? product * product / (e * f) : 0;
    }
}
