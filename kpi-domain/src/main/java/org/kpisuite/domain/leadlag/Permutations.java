package org.kpisuite.domain.leadlag;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What the largest correlation over many lags would be if there were no link: the leading series in random order, its gaps
 * left where they are, held against the lagging one at every lag.
 *
 * <pre>
 *   p = (1 + #{permuted maximum ≥ observed maximum}) / (B + 1)      B = 1999
 * </pre>
 * <p>The seed is fixed: equal input gives equal p. One permutation serves all lags and all windows. Source: domain
 * specification §6.2, step 6.
 */
final class Permutations {
    static final int COUNT = 1999;
    static final long SEED = 20260101L;

    private static final double QUANTILE = 0.95;

    /** Ties of equal orders are ties, whatever the last digit says. */
    private static final double TIE = 1e-12;

    private Permutations() {}

    /** Puts the leading series into every order and notes the largest square of each window. */
    static void run(double[] leading, Window... windows) {
        Orders orders = new Orders(leading);
        for (int b = 0; b < COUNT; b++) {
            double[] shuffled = orders.next();
            for (Window window : windows) {
                window.maxima[b] = window.maxSquare(shuffled);
            }
        }
        for (Window window : windows) {
            Arrays.sort(window.maxima);
        }
    }

    /** Whether p is above a level: looks at the same orders as {@link #run}, and at no more than it takes to know. */
    static boolean isAbove(double[] leading, Window window, double observed, double level) {
        Orders orders = new Orders(leading);
        double square = window.square(observed);
        double most = level * (COUNT + 1) - 1;
        int reached = 0;
        for (int b = 0; b < COUNT && reached <= most; b++) {
            reached += window.maxSquare(orders.next()) >= square ? 1 : 0;
        }
        return reached > most;
    }

    /** The orders of a series, one after the other, equal ones whenever they are asked for. */
    private static final class Orders {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final int[] at;
        private final double[] shuffled;

        Orders(double[] leading) {
            at = positions(leading);
            shuffled = Arrays.stream(leading).map(v -> Double.isNaN(v) ? 0 : v).toArray();
        }

        double[] next() {
            for (int i = at.length - 1; i > 0; i--) {
                int other = at[random.nextInt(i + 1)];
                double value = shuffled[at[i]];
                shuffled[at[i]] = shuffled[other];
                shuffled[other] = value;
            }
            return shuffled;
        }
    }

    private static int[] positions(double[] leading) {
        int[] at = new int[Series.count(leading)];
        int i = 0;
        for (int t = 0; t < leading.length; t++) {
            if (!Double.isNaN(leading[t])) {
                at[i++] = t;
            }
        }
        return at;
    }

    /** The lags from one to another, looked at together. */
    static final class Window {
        private final LagProduct[] lags;
        private final double[] maxima = new double[COUNT];
        private final double total;
        private final double totalSquares;
        private final double spread;

        /**
         * Of the lags from one to another.
         *
         * @param spread how much wider correlations spread than orders show, 1 or more
         */
        Window(CrossCorrelation series, int from, int to, double spread) {
            this.spread = spread;
            double[] leading = Series.present(series.leading());
            this.total = Arrays.stream(leading).sum();
            this.totalSquares = Arrays.stream(leading).map(v -> v * v).sum();
            this.lags = new LagProduct[Math.max(0, to - from + 1)];
            for (int i = 0; i < lags.length; i++) {
                lags[i] = new LagProduct(series, from + i);
            }
        }

        private double maxSquare(double[] shuffled) {
            double max = 0;
            for (LagProduct lag : lags) {
                max = Math.max(max, lag.square(shuffled, total, totalSquares));
            }
            return max;
        }

        double p(double observed) {
            double square = square(observed);
            int below = 0;
            while (below < COUNT && maxima[below] < square) {
                below++;
            }
            return (1.0 + COUNT - below) / (COUNT + 1.0);
        }

        /** What a maximum must reach to be no smaller than what was observed. */
        private double square(double observed) {
            return observed * observed * (1 - TIE) / (spread * spread);
        }

        /** What only one in twenty maxima without a link goes beyond. */
        double band() {
            return spread * Math.sqrt(maxima[(int) (QUANTILE * (COUNT + 1))]);
        }
    }

    /**
     * The square of the correlation at one lag for any order of the leading series. What the order does not change is
     * worked out once: the lagging side, and which values find no partner.
     */
    private static final class LagProduct {
        private final double[] lagging;
        private final int lag;
        private final int[] withoutPartner;
        private final int pairs;
        private final double sum;
        private final double spread;

        LagProduct(CrossCorrelation series, int lag) {
            double[] leading = series.leading();
            double[] partners = series.lagging();
            this.lag = lag;
            this.lagging = new double[leading.length];
            int[] single = new int[leading.length];
            int singles = 0;
            double sumOf = 0;
            double squares = 0;
            for (int i = 0; i < leading.length; i++) {
                int t = i + lag;
                boolean partner = t >= 0 && t < partners.length && !Double.isNaN(partners[t]);
                if (!Double.isNaN(leading[i]) && !partner) {
                    single[singles++] = i;
                }
                if (!Double.isNaN(leading[i]) && partner) {
                    lagging[i] = partners[t];
                    sumOf += partners[t];
                    squares += partners[t] * partners[t];
                }
            }
            this.withoutPartner = Arrays.copyOf(single, singles);
            this.pairs = series.pairs(lag);
            this.sum = sumOf;
            this.spread = squares - sumOf * sumOf / pairs;
        }

        double square(double[] shuffled, double total, double totalSquares) {
            double own = total;
            double squares = totalSquares;
            for (int i : withoutPartner) {
                own -= shuffled[i];
                squares -= shuffled[i] * shuffled[i];
            }
            double product = product(shuffled) - own * sum / pairs;
            double variance = (squares - own * own / pairs) * spread;
            return variance > 0 ? product * product / variance : 0;
        }

        /** Four sums side by side, which the processor adds at once. */
        private double product(double[] shuffled) {
            int from = Math.max(0, -lag);
            int to = Math.min(shuffled.length, shuffled.length - lag);
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = from;
            for (; i + 3 < to; i += 4) {
                a += shuffled[i] * lagging[i];
                b += shuffled[i + 1] * lagging[i + 1];
                c += shuffled[i + 2] * lagging[i + 2];
                d += shuffled[i + 3] * lagging[i + 3];
            }
            for (; i < to; i++) {
                a += shuffled[i] * lagging[i];
            }
            return a + b + c + d;
        }
    }
}
