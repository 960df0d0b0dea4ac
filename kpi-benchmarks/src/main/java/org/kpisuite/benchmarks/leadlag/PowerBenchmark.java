package org.kpisuite.benchmarks.leadlag;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;

/**
 * How often a true lag of two periods is hit exactly, by strength of the link and by usable points, beside the correlation
 * of levels and of differences. The steps of the leading series remember 0.3 of the one before.
 */
public final class PowerBenchmark {
    private static final int DRAWS = 500;
    private static final int TRUE_LAG = 2;
    private static final int[] POINTS = {12, 16, 24, 36, 60, 100};
    private static final double[] STRENGTHS = {0.3, 0.5, 0.7, 0.9};
    private static final double DECIDED = 0.05;
    private static final double MEMORY = 0.3;
    private static final double STEP = 0.05;

    private PowerBenchmark() {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] x, double[] y) {}

    public static void main(String[] args) {
        System.out.println("| r of the steps | method | 12 | 16 | 24 | 36 | 60 | 100 |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (double strength : STRENGTHS) {
            print(strength, "levels", (pair, random) -> hit(NaiveCorrelation.of(pair.x, pair.y)));
            print(
                    strength,
                    "differences, ±1.96/√n",
                    (pair, random) -> hit(NaiveCorrelation.of(
                            NaiveCorrelation.differences(pair.x), NaiveCorrelation.differences(pair.y))));
            print(strength, "**product, p < 0.05**", (pair, random) -> hit(Simulated.analysis(pair.x, pair.y, false)));
            print(strength, "product, CONFIRMED", (pair, random) -> {
                LeadLagAnalysis analysis = Simulated.analysis(pair.x, pair.y, false);
                return analysis.isConfirmed() && hit(analysis);
            });
        }
    }

    /** Whether a method hits the lag of a pair. */
    @FunctionalInterface
    private interface Method {
        boolean hits(Pair pair, SplittableRandom random);
    }

    private static void print(double strength, String name, Method method) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "| %.1f | %s |", strength, name));
        for (int points : POINTS) {
            double share = Simulated.share(DRAWS, draw -> {
                SplittableRandom random = Simulated.random(10_000L + Math.round(100 * strength) + points, draw);
                return method.hits(pair(points + 1, strength, random), random);
            });
            line.append(String.format(Locale.ROOT, " %.2f |", share));
        }
        System.out.println(line);
    }

    private static boolean hit(NaiveCorrelation found) {
        return found.found() && found.lag() == TRUE_LAG;
    }

    private static boolean hit(LeadLagAnalysis analysis) {
        return analysis.evidence()
                .filter(e -> e.p().doubleValue() < DECIDED && e.lag() == TRUE_LAG)
                .isPresent();
    }

    private static Pair pair(int levels, double strength, SplittableRandom random) {
        int hidden = 50;
        double[] steps = new double[levels + hidden];
        for (int t = 1; t < steps.length; t++) {
            steps[t] = MEMORY * steps[t - 1] + Math.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
        }
        double[] x = new double[steps.length];
        double[] y = new double[steps.length];
        for (int t = TRUE_LAG; t < steps.length; t++) {
            x[t] = x[t - 1] + STEP * steps[t];
            double follows = strength * steps[t - TRUE_LAG];
            y[t] = y[t - 1] + STEP * (follows + Math.sqrt(1 - strength * strength) * random.nextGaussian());
        }
        return new Pair(Arrays.copyOfRange(x, hidden, steps.length), Arrays.copyOfRange(y, hidden, steps.length));
    }
}
