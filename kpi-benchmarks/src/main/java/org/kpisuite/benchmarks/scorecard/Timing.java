package org.kpisuite.benchmarks.scorecard;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.Arrays;

/** Medians over many runs, after as many to warm up: time on the wall and processor time of this thread, in ms. */
record Timing(double wallMillis, double cpuMillis) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e6;

    /** Some work; the number of the call lets it take other units each time. */
    interface Work {
        void run(int call) throws SQLException;
    }

    /** Two ways of the same, taking turns, so that both see the same machine. */
    static Timing[] of(int runs, Work one, Work other) throws SQLException {
        Work[] both = {one, other};
        long[][] wall = new long[2][runs];
        long[][] cpu = new long[2][runs];
        for (int call = -runs; call < runs; call++) {
            for (int i = 0; i < 2; i++) {
                long wallStart = System.nanoTime();
                long cpuStart = THREADS.getCurrentThreadCpuTime();
                both[i].run(call + runs);
                wall[i][Math.max(0, call)] = System.nanoTime() - wallStart;
                cpu[i][Math.max(0, call)] = THREADS.getCurrentThreadCpuTime() - cpuStart;
            }
        }
        return new Timing[] {new Timing(median(wall[0]), median(cpu[0])), new Timing(median(wall[1]), median(cpu[1]))};
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / NANOS;
    }
}
