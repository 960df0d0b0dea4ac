package org.kpisuite.web.sample;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Chance that depends on nothing but a name and an index, so that a day keeps its figures when the history grows.
 *
 * <p>{@link StrictMath}, because its last bit is the same on every machine.
 */
final class Chance {
    private static final long SEED = 20260101L;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /** Standard normal (Box and Muller). */
    static double normal(String series, long index) {
        long seed = SEED;
        for (int i = 0; i < series.length(); i++) {
            seed = seed * 31 + series.charAt(i);
        }
        SplittableRandom random = new SplittableRandom(seed * STEP + index * 0xBF58476D1CE4E5B9L);
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** A factor for a rate: it differs a little by the day, and drifts from month to month. */
    static double shake(String series, LocalDate day, double spread) {
        long month = day.getYear() * 12L + day.getMonthValue();
        return factor(series, day.toEpochDay(), spread) * factor(series + " of the month", month, spread / 2);
    }

    /** A factor around 1: {@code exp(spread · normal)}. */
    static double factor(String series, long index, double spread) {
        return StrictMath.exp(spread * normal(series, index));
    }
}
