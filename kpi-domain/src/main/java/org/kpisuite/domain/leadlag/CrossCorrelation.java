package org.kpisuite.domain.leadlag;

import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * Correlation of (e[t − k], f[t]) over the pairs present, for k = −K..K. Source: domain specification §6.2, step 5.
 */
final class CrossCorrelation {
    static final int PAIRS_MIN = 8;

    private final double[] leading;
    private final double[] lagging;

    /** Of two whitened series on one calendar, NaN where there is no value. */
    CrossCorrelation(double[] leading, double[] lagging) {
        this.leading = leading;
        this.lagging = lagging;
    }

    double[] leading() {
        return leading;
    }

    double[] lagging() {
        return lagging;
    }

    /** How many pairs there are at a lag; negative lags are those at which f goes before e. */
    int pairs(int lag) {
        int pairs = 0;
        for (int t = first(lag); t < end(lag); t++) {
            pairs += isPair(t, lag) ? 1 : 0;
        }
        return pairs;
    }

    /** The largest K up to the wanted one at which every lag −K..K has enough pairs; −1 if not even lag 0 has. */
    int lagMax(int wanted) {
        for (int lag = 0; lag <= wanted; lag++) {
            if (pairs(lag) < PAIRS_MIN || pairs(-lag) < PAIRS_MIN) {
                return lag - 1;
            }
        }
        return wanted;
    }

    double pearson(int lag) {
        return orZero(new PearsonsCorrelation().correlation(side(lag, true), side(lag, false)));
    }

    /** Pearson of the ranks; equal values share the mean of theirs. */
    double spearman(int lag) {
        NaturalRanking ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
        return orZero(
                new PearsonsCorrelation().correlation(ranking.rank(side(lag, true)), ranking.rank(side(lag, false))));
    }

    /** A side that never changes goes with nothing. */
    private static double orZero(double correlation) {
        return Double.isNaN(correlation) ? 0 : correlation;
    }

    private double[] side(int lag, boolean ofLeading) {
        double[] values = new double[pairs(lag)];
        int i = 0;
        for (int t = first(lag); t < end(lag); t++) {
            if (isPair(t, lag)) {
                values[i++] = ofLeading ? leading[t - lag] : lagging[t];
            }
        }
        return values;
    }

    private int first(int lag) {
        return Math.max(0, lag);
    }

    private int end(int lag) {
        return Math.min(lagging.length, lagging.length + lag);
    }

    private boolean isPair(int t, int lag) {
        return !Double.isNaN(leading[t - lag]) && !Double.isNaN(lagging[t]);
    }
}
