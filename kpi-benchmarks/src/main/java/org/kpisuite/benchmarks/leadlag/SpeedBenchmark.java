package org.kpisuite.benchmarks.leadlag;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.kpisuite.benchmarks.leadlag.Simulated.Kind;

/**
 * What the test of a pair costs: 1,000 pairs of 60 months at lags 0..12 with 1,999 permutations on both cores (limit 20 s),
 * and one pair by itself (limit 30 ms), beside the permutations alone with a library's correlation for each lag and order.
 */
public final class SpeedBenchmark {
    private static final int PAIRS = 1_000;
    private static final int MONTHS = 60;
    private static final int PERMUTATIONS = 1_999;
    private static final int LIBRARY_PAIRS = 20;
    private static final double NANOS = 1e9;

    private SpeedBenchmark() {}

    public static void main(String[] args) {
        all();
        long processor = processor();
        long start = System.nanoTime();
        int confirmed = all();
        System.out.printf(
                Locale.ROOT,
                "%,d pairs: %.2f s (limit 20 s), processor %.2f s, confirmed %d%n",
                PAIRS,
                (System.nanoTime() - start) / NANOS,
                (processor() - processor) / NANOS,
                confirmed);

        double[] millis = IntStream.range(0, PAIRS / 10)
                .mapToDouble(i -> millis(() -> analysis(i)))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "one pair, processor of its thread: median %.2f ms, largest of %d %.2f ms (limit 30 ms)%n",
                millis[millis.length / 2],
                millis.length,
                millis[millis.length - 1]);
        System.out.printf(
                Locale.ROOT,
                "permutations alone with a library's correlation for each lag 0..12 and order: %.1f ms a pair%n",
                millis(() -> IntStream.range(0, LIBRARY_PAIRS)
                                .mapToDouble(SpeedBenchmark::library)
                                .sum())
                        / LIBRARY_PAIRS);
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double millis(Supplier<?> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Object unused = work.get();
        return (threads.getCurrentThreadCpuTime() - start) / NANOS * 1_000;
    }

    private static int all() {
        return (int) IntStream.range(0, PAIRS)
                .parallel()
                .filter(SpeedBenchmark::analysis)
                .count();
    }

    private static boolean analysis(int draw) {
        SplittableRandom random = Simulated.random(20_000, draw);
        return Simulated.analysis(Kind.WALK.of(MONTHS, random), Kind.WALK.of(MONTHS, random), false)
                .isConfirmed();
    }

    /** The largest correlation over all lags and orders. */
    private static double library(int draw) {
        SplittableRandom random = Simulated.random(20_000, draw);
        double[] x = NaiveCorrelation.differences(Kind.WALK.of(MONTHS, random));
        double[] y = NaiveCorrelation.differences(Kind.WALK.of(MONTHS, random));
        double largest = 0;
        for (int b = 0; b < PERMUTATIONS; b++) {
            for (int i = x.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double value = x[i];
                x[i] = x[other];
                x[other] = value;
            }
            for (int k = 0; k <= Simulated.LAG_MAX; k++) {
                double r = new PearsonsCorrelation()
                        .correlation(Arrays.copyOf(x, x.length - k), Arrays.copyOfRange(y, k, y.length));
                largest = Math.max(largest, Math.abs(r));
            }
        }
        return largest;
    }
}
