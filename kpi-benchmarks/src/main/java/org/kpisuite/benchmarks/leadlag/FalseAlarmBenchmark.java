package org.kpisuite.benchmarks.leadlag;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.kpisuite.benchmarks.leadlag.Simulated.Kind;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;

/**
 * How often two series that have nothing to do with each other are found to be linked: share with p &lt; 0.05, declared
 * non-seasonal, beside the correlation of levels and of differences. Limits: 8 % in every cell, 6 % on average.
 */
public final class FalseAlarmBenchmark {
    private static final int DRAWS = 2_000;
    private static final int[] POINTS = {12, 16, 24, 36, 60, 100};
    private static final double DECIDED = 0.05;

    private FalseAlarmBenchmark() {}

    public static void main(String[] args) {
        System.out.println("| series | method | 12 | 16 | 24 | 36 | 60 | 100 |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        double sum = 0;
        double largest = 0;
        for (Kind kind : Kind.values()) {
            double[][] shares = new double[3][POINTS.length];
            for (int i = 0; i < POINTS.length; i++) {
                int levels = POINTS[i] + 1;
                long cell = 100L * List.of(Kind.values()).indexOf(kind) + i;
                shares[0][i] = Simulated.share(DRAWS, draw -> naive(kind, levels, Simulated.random(cell, draw), true));
                shares[1][i] = Simulated.share(DRAWS, draw -> naive(kind, levels, Simulated.random(cell, draw), false));
                shares[2][i] = Simulated.share(DRAWS, draw -> product(kind, levels, Simulated.random(cell, draw)));
                sum += shares[2][i];
                largest = Math.max(largest, shares[2][i]);
            }
            print(kind, "levels", shares[0]);
            print(kind, "differences, ±1.96/√n", shares[1]);
            print(kind, "**product**", shares[2]);
        }
        System.out.printf(
                Locale.ROOT,
                "product: on average %.4f, at most %.4f%n",
                sum / (Kind.values().length * POINTS.length),
                largest);
    }

    private static boolean product(Kind kind, int levels, SplittableRandom random) {
        LeadLagAnalysis analysis = Simulated.analysis(kind.of(levels, random), kind.of(levels, random), false);
        return analysis.evidence().filter(e -> e.p().doubleValue() < DECIDED).isPresent();
    }

    private static boolean naive(Kind kind, int levels, SplittableRandom random, boolean ofLevels) {
        double[] x = kind.of(levels, random);
        double[] y = kind.of(levels, random);
        return ofLevels
                ? NaiveCorrelation.of(x, y).found()
                : NaiveCorrelation.of(NaiveCorrelation.differences(x), NaiveCorrelation.differences(y))
                        .found();
    }

    private static void print(Kind kind, String method, double[] shares) {
        StringBuilder line = new StringBuilder("| " + kind + " | " + method + " |");
        for (double share : shares) {
            line.append(String.format(Locale.ROOT, " %.3f |", share));
        }
        System.out.println(line);
    }
}
