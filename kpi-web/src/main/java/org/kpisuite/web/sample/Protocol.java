package org.kpisuite.web.sample;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints each step of the demo with what came of it and how long it took. */
final class Protocol {
    private final PrintStream out;
    private final long startNanos = System.nanoTime();
    private int steps;

    Protocol(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.println(text);
    }

    /** Does a step that says in a few words what came of it. */
    void step(String what, Supplier<String> work) {
        long start = System.nanoTime();
        String result = work.get();
        steps++;
        out.printf(Locale.ROOT, "  %-46s %7d ms  %s%n", what, millis(start), result);
    }

    /** Something worth showing about the step before. */
    void note(String text) {
        out.println("      " + text);
    }

    void end() {
        out.println();
        out.printf(Locale.ROOT, "All %d steps done in %.1f s.%n", steps, millis(startNanos) / 1000.0);
    }

    private static long millis(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
