package org.kpisuite.benchmarks.leadlag;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.LagTerms;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Monthly series whose logarithms follow a known rule; equal seeds give equal series. */
final class Simulated {
    static final int LAG_MAX = 12;

    private static final int WARM_UP = 50;
    private static final double STEP = 0.05;
    private static final Period FIRST = Period.parse("2000-01");

    /** What the logarithm of a series does from one month to the next. */
    enum Kind {
        WHITE(0, 0),
        AR_05(0.5, 0),
        WALK(1, 0),
        WALK_WITH_DRIFT(1, 0.01);

        private final double memory;
        private final double drift;

        Kind(double memory, double drift) {
            this.memory = memory;
            this.drift = drift;
        }

        /** Logarithms of so many months. */
        double[] of(int months, SplittableRandom random) {
            double[] logs = new double[months];
            double past = 0;
            for (int t = -WARM_UP; t < months; t++) {
                past = memory * past + drift + STEP * random.nextGaussian();
                logs[Math.max(0, t)] = past;
            }
            return logs;
        }
    }

    private Simulated() {}

    static LeadLagAnalysis analysis(double[] x, double[] y, boolean seasonal) {
        LagTerms terms = new LagTerms(Granularity.MONTH, 1, 1, LAG_MAX, seasonal);
        return LeadLagAnalysis.of(terms, series("X", x), series("Y", y));
    }

    private static LagSeries series(String code, double[] logs) {
        TreeMap<Period, BigDecimal> values = new TreeMap<>();
        Period period = FIRST;
        for (double log : logs) {
            values.put(period, BigDecimal.valueOf(100 * Math.exp(log)));
            period = period.plus(1);
        }
        return new LagSeries(code, new LocalizedText(code, code), UnitKind.COUNT, values);
    }

    /** Share of so many draws of which something is true; both cores work. */
    static double share(int draws, IntPredicate truth) {
        return IntStream.range(0, draws).parallel().filter(truth).count() / (double) draws;
    }

    /** The stream of one draw of one cell. */
    static SplittableRandom random(long cell, int draw) {
        return new SplittableRandom(20260101L + 1_000_003L * cell + 7_919L * draw);
    }
}
