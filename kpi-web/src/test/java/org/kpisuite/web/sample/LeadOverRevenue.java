package org.kpisuite.web.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * Finds by how many weeks one flow goes ahead of another, in the simplest way that is honest: log differences of weekly
 * sums, each freed of its own past by an autoregression, then cross-correlation.
 */
final class LeadOverRevenue {
    static final int LAG_MAX = 12;

    private static final int ORDER = 4;

    private LeadOverRevenue() {}

    /** Correlation at lags 0 to {@link #LAG_MAX}, first before second; differences over so many weeks. */
    static double[] correlations(List<Fact> facts, String first, String second, int step) {
        double[] x = whitened(differences(weekly(facts, first), step));
        double[] y = whitened(differences(weekly(facts, second), step));
        return IntStream.rangeClosed(0, LAG_MAX)
                .mapToDouble(lag -> correlation(x, y, lag))
                .toArray();
    }

    private static double[] weekly(List<Fact> facts, String measure) {
        TreeMap<Period, Double> weeks = new TreeMap<>();
        TreeMap<Period, Integer> days = new TreeMap<>();
        facts.stream()
                .filter(f -> f.measure().equals(measure) && f.channel().isEmpty())
                .forEach(f -> {
                    Period week = Period.of(Granularity.WEEK, f.period().start());
                    weeks.merge(week, f.value().doubleValue(), Double::sum);
                    days.merge(week, 1, Integer::sum);
                });
        int full = days.get(weeks.lastKey());
        return weeks.entrySet().stream()
                .filter(e -> days.get(e.getKey()) == full)
                .mapToDouble(e -> e.getValue())
                .toArray();
    }

    private static double[] differences(double[] values, int step) {
        return IntStream.range(step, values.length)
                .mapToDouble(i -> Math.log(values[i] / values[i - step]))
                .toArray();
    }

    /** What is left when each value is predicted from those before it (Yule and Walker, by Levinson). */
    private static double[] whitened(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double[] phi = new double[0];
        double error = covariance(values, mean, 0);
        for (int k = 1; k <= ORDER; k++) {
            double sum = covariance(values, mean, k);
            for (int j = 1; j < k; j++) {
                sum -= phi[j - 1] * covariance(values, mean, k - j);
            }
            double reflection = sum / error;
            double[] next = new double[k];
            next[k - 1] = reflection;
            for (int j = 1; j < k; j++) {
                next[j - 1] = phi[j - 1] - reflection * phi[k - 1 - j];
            }
            phi = next;
            error *= 1 - reflection * reflection;
        }
        double[] filter = phi;
        IntToDoubleFunction residual = t -> {
            double left = values[t] - mean;
            for (int j = 0; j < ORDER; j++) {
                left -= filter[j] * (values[t - 1 - j] - mean);
            }
            return left;
        };
        return IntStream.range(ORDER, values.length).mapToDouble(residual).toArray();
    }

    private static double covariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += (values[t] - mean) * (values[t - lag] - mean);
        }
        return sum / values.length;
    }

    private static double correlation(double[] x, double[] y, int lag) {
        List<double[]> pairs = new ArrayList<>();
        for (int t = lag; t < Math.min(x.length, y.length); t++) {
            pairs.add(new double[] {x[t - lag], y[t]});
        }
        double mx = pairs.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double my = pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double sxy = pairs.stream().mapToDouble(p -> (p[0] - mx) * (p[1] - my)).sum();
        double sxx = pairs.stream().mapToDouble(p -> (p[0] - mx) * (p[0] - mx)).sum();
        double syy = pairs.stream().mapToDouble(p -> (p[1] - my) * (p[1] - my)).sum();
        return sxy / Math.sqrt(sxx * syy);
    }
}
