package org.kpisuite.domain.leadlag;

import java.util.Arrays;

/** What is done to values on consecutive periods; NaN stands where there is no value. */
final class Series {
    private Series() {}

    /** v[t] − v[t − step]; NaN where either is missing. Of the same length, so that the calendar stays. */
    static double[] difference(double[] values, int step) {
        double[] difference = new double[values.length];
        Arrays.fill(difference, Double.NaN);
        for (int t = step; t < values.length; t++) {
            difference[t] = values[t] - values[t - step];
        }
        return difference;
    }

    static int count(double[] values) {
        int count = 0;
        for (double v : values) {
            count += Double.isNaN(v) ? 0 : 1;
        }
        return count;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    static double median(double[] values) {
        double[] sorted = present(values);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median of the distances from the median. */
    static double medianDeviation(double[] values) {
        double median = median(values);
        return median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    }

    /**
     * Autocovariances 0..{@code lagMax}: the mean product over the pairs present, times 1 − h/T as in the biased estimate, which
     * it is where nothing is missing; T is the span from the first to the last value.
     */
    static double[] autocovariances(double[] values, int lagMax) {
        double mean = mean(values);
        int span = last(values) - first(values) + 1;
        double[] covariances = new double[lagMax + 1];
        for (int h = 0; h <= lagMax; h++) {
            double sum = 0;
            int pairs = 0;
            for (int t = h; t < values.length; t++) {
                double product = (values[t] - mean) * (values[t - h] - mean);
                if (!Double.isNaN(product)) {
                    sum += product;
                    pairs++;
                }
            }
            covariances[h] = pairs == 0 ? 0 : sum / pairs * (span - h) / span;
        }
        return covariances;
    }

    /** Mean product over the pairs present at a lag, in variances; 0 where the series never changes or is too short. */
    static double autocorrelation(double[] values, int lag) {
        double[] covariances = autocovariances(values, lag);
        double span = last(values) - first(values) + 1;
        return covariances[0] > 0 && span > lag ? covariances[lag] / covariances[0] * span / (span - lag) : 0;
    }

    /** Index of the first value; the length where there is none. */
    static int first(double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    /** Index of the last value; −1 where there is none. */
    static int last(double[] values) {
        int last = values.length - 1;
        while (last >= 0 && Double.isNaN(values[last])) {
            last--;
        }
        return last;
    }
}
