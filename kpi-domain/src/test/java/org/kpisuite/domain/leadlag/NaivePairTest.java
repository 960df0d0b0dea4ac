package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The procedure a second time, as a reader of the specification would write it down: textbook formulas, one lag and one order
 * at a time, nothing kept from one to the next. On 200 random pairs both say the same.
 */
class NaivePairTest {
    private static final int PAIRS = 200;
    private static final double CLOSE = 1e-8;

    @Test
    void twoHundredRandomPairs_giveTheSameFigures() {
        int tested = 0;
        for (int i = 0; i < PAIRS; i++) {
            Random random = new Random(i);
            double[] x = new double[13 + random.nextInt(16)];
            double[] y = new double[x.length];
            draw(random, x, y);
            tested += compare(SampleSeries.monthly(SampleSeries.months(6), x, y), x, y) ? 1 : 0;
        }
        assertThat(tested).isGreaterThan(120);
    }

    /** Walks; in half of the pairs y follows x after 0 to 3 periods; in every third a tenth of the values is missing. */
    private static void draw(Random random, double[] x, double[] y) {
        boolean linked = random.nextBoolean();
        int lag = random.nextInt(4);
        boolean gaps = random.nextInt(3) == 0;
        double[] steps = new double[x.length];
        double atX = 100;
        double atY = 100;
        for (int t = 0; t < x.length; t++) {
            steps[t] = 0.05 * random.nextGaussian() + (t > 0 ? 0.4 * steps[t - 1] : 0);
            atX *= Math.exp(steps[t]);
            atY *= Math.exp(0.05 * random.nextGaussian() + (linked && t >= lag ? 0.8 * steps[t - lag] : 0));
            x[t] = gaps && random.nextDouble() < 0.1 ? Double.NaN : atX;
            y[t] = gaps && random.nextDouble() < 0.1 ? Double.NaN : atY;
        }
    }

    /** Whether there was something to compare. */
    private static boolean compare(LeadLagAnalysis product, double[] x, double[] y) {
        double[] dx = differences(x);
        double[] dy = differences(y);
        double[] e = residuals(dx, filter(dx));
        double[] own = residuals(dy, filter(dy));
        double[] shape = residuals(dy, filter(dx));
        int n = pairs(dx, dy, 0);
        assertThat(product.n()).isEqualTo(n);
        int lagMax = -1;
        while (lagMax < Math.min(6, n / 4) && enough(e, own, lagMax + 1) && enough(e, shape, lagMax + 1)) {
            lagMax++;
        }
        assertThat(product.evidence().isPresent()).isEqualTo(n >= 12 && lagMax >= 0);
        product.evidence().ifPresent(found -> {
            correlations(found, e, own, shape);
            permutations(found, e, own, shape);
            assertThat(found.stability().doubleValue())
                    .isCloseTo(support(e, shape, found.lagMax(), found.lag()), within(CLOSE));
        });
        assertThat(product.evidence().map(LagEvidence::lagMax).orElse(lagMax)).isEqualTo(lagMax);
        return product.evidence().isPresent();
    }

    private static boolean enough(double[] e, double[] f, int lag) {
        return pairs(e, f, lag) >= 8 && pairs(e, f, -lag) >= 8;
    }

    private static void correlations(LagEvidence found, double[] e, double[] own, double[] shape) {
        for (int k = -found.lagMax(); k <= found.lagMax(); k++) {
            LagCorrelation at = found.decision().at(k);
            assertThat(at.n()).isEqualTo(pairs(e, own, k));
            assertThat(at.r().doubleValue()).isCloseTo(correlation(e, own, k), within(CLOSE));
            assertThat(at.spearman().doubleValue()).isCloseTo(rankCorrelation(e, own, k), within(CLOSE));
            assertThat(found.shape().at(k).r().doubleValue()).isCloseTo(correlation(e, shape, k), within(CLOSE));
        }
    }

    private static void permutations(LagEvidence found, double[] e, double[] own, double[] shape) {
        int lagMax = found.lagMax();
        double forward = largest(e, own, 0, lagMax);
        double backward = largest(e, own, -lagMax, -1);
        int[] at = IntStream.range(0, e.length).filter(t -> !Double.isNaN(e[t])).toArray();
        SplittableRandom random = new SplittableRandom(20260101L);
        double[] shuffled = e.clone();
        double[] drawn = new double[1999];
        int aboveForward = 0;
        int aboveBackward = 0;
        for (int b = 0; b < drawn.length; b++) {
            for (int i = at.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double value = shuffled[at[i]];
                shuffled[at[i]] = shuffled[at[j]];
                shuffled[at[j]] = value;
            }
            aboveForward += largest(shuffled, own, 0, lagMax) >= forward - 1e-10 ? 1 : 0;
            aboveBackward += largest(shuffled, own, -lagMax, -1) >= backward - 1e-10 ? 1 : 0;
            drawn[b] = largest(shuffled, shape, 0, lagMax);
        }
        Arrays.sort(drawn);
        assertThat(found.p().doubleValue()).isEqualTo((1 + aboveForward) / 2000.0);
        assertThat(found.reverse().map(r -> r.p().doubleValue()).orElse(1.0)).isEqualTo((1 + aboveBackward) / 2000.0);
        assertThat(found.shape().band().doubleValue()).isCloseTo(drawn[1900], within(CLOSE));
    }

    private static double largest(double[] e, double[] f, int from, int to) {
        double largest = 0;
        for (int k = from; k <= to; k++) {
            largest = Math.max(largest, Math.abs(correlation(e, f, k)));
        }
        return largest;
    }

    private static double support(double[] e, double[] f, int lagMax, int lag) {
        int start = Math.max(first(e) + lagMax, first(f));
        int end = f.length;
        while (Double.isNaN(f[end - 1])) {
            end--;
        }
        int rows = end - start;
        int block = Math.max(2, (int) Math.ceil(Math.pow(rows, 1 / 3.0) - 1e-9));
        SplittableRandom random = new SplittableRandom(20260101L);
        double[] past = new double[rows];
        double[] now = new double[rows];
        int near = 0;
        for (int b = 0; b < 2000; b++) {
            int[] drawn = new int[rows];
            for (int i = 0; i < rows; i++) {
                drawn[i] = i % block == 0 ? start + random.nextInt(rows - block + 1) : drawn[i - 1] + 1;
            }
            int argmax = 0;
            double most = -1;
            for (int k = 0; k <= lagMax; k++) {
                for (int i = 0; i < rows; i++) {
                    past[i] = e[drawn[i] - k];
                    now[i] = f[drawn[i]];
                }
                double r = pairs(past, now, 0) > 2 ? correlation(past, now, 0) : 0;
                // Fully correlated at several lags, as one or two rows over and over are: the smallest lag.
                if (r * r > most + 1e-7) {
                    most = r * r;
                    argmax = k;
                }
            }
            near += Math.abs(argmax - lag) <= 1 ? 1 : 0;
        }
        return near / 2000.0;
    }

    private static double[] differences(double[] values) {
        double[] differences = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            differences[t] = t == 0 ? Double.NaN : Math.log(values[t]) - Math.log(values[t - 1]);
        }
        return differences;
    }

    private static int first(double[] z) {
        int first = 0;
        while (Double.isNaN(z[first])) {
            first++;
        }
        return first;
    }

    private static double mean(double[] z) {
        return Arrays.stream(z).filter(v -> !Double.isNaN(v)).average().orElseThrow();
    }

    /** Solves the equations of Yule and Walker by elimination, for each order anew. */
    private static double[] filter(double[] z) {
        int n = pairs(z, z, 0);
        int orderMax = Math.min(4, n / 8);
        double[] gamma = autocovariances(z, orderMax);
        double[] best = {};
        double least = n * Math.log(gamma[0]) + 2 + 4.0 / (n - 2);
        for (int p = 1; p <= orderMax; p++) {
            double[] phi = solve(gamma, p);
            double variance = gamma[0];
            for (int j = 1; j <= p; j++) {
                variance -= phi[j - 1] * gamma[j];
            }
            if (variance <= 0) {
                return best;
            }
            int k = p + 1;
            double aicc = n * Math.log(variance) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1);
            if (aicc < least) {
                least = aicc;
                best = phi;
            }
        }
        return best;
    }

    private static double[] autocovariances(double[] z, int lagMax) {
        double mean = mean(z);
        int last = z.length - 1;
        while (Double.isNaN(z[last])) {
            last--;
        }
        double span = last - first(z) + 1;
        double[] gamma = new double[lagMax + 1];
        for (int h = 0; h <= lagMax; h++) {
            int lag = h;
            gamma[h] = IntStream.range(h, z.length)
                            .mapToDouble(t -> (z[t] - mean) * (z[t - lag] - mean))
                            .filter(v -> !Double.isNaN(v))
                            .average()
                            .orElse(0)
                    * (1 - h / span);
        }
        return gamma;
    }

    private static double[] solve(double[] gamma, int p) {
        double[][] m = new double[p][p + 1];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                m[i][j] = gamma[Math.abs(i - j)];
            }
            m[i][p] = gamma[i + 1];
        }
        for (int i = 0; i < p; i++) {
            for (int row = 0; row < p; row++) {
                double share = row == i ? 0 : m[row][i] / m[i][i];
                for (int c = i; c <= p; c++) {
                    m[row][c] -= share * m[i][c];
                }
            }
        }
        return IntStream.range(0, p).mapToDouble(i -> m[i][p] / m[i][i]).toArray();
    }

    private static double[] residuals(double[] z, double[] phi) {
        double mean = mean(z);
        double[] known = new double[z.length];
        double[] residuals = new double[z.length];
        for (int t = 0; t < z.length; t++) {
            double foretold = 0;
            for (int j = 1; j <= phi.length && t - j >= first(z); j++) {
                foretold += phi[j - 1] * known[t - j];
            }
            boolean present = !Double.isNaN(z[t]);
            known[t] = present ? z[t] - mean : foretold;
            residuals[t] = present && t >= first(z) + phi.length ? known[t] - foretold : Double.NaN;
        }
        return residuals;
    }

    private static boolean isPair(double[] e, double[] f, int k, int t) {
        return t - k >= 0 && t - k < e.length && !Double.isNaN(e[t - k]) && !Double.isNaN(f[t]);
    }

    private static int pairs(double[] e, double[] f, int k) {
        return (int)
                IntStream.range(0, f.length).filter(t -> isPair(e, f, k, t)).count();
    }

    private static double correlation(double[] e, double[] f, int k) {
        double a = 0;
        double b = 0;
        int n = 0;
        for (int t = 0; t < f.length; t++) {
            if (isPair(e, f, k, t)) {
                a += e[t - k];
                b += f[t];
                n++;
            }
        }
        a /= n;
        b /= n;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int t = 0; t < f.length; t++) {
            if (isPair(e, f, k, t)) {
                ab += (e[t - k] - a) * (f[t] - b);
                aa += (e[t - k] - a) * (e[t - k] - a);
                bb += (f[t] - b) * (f[t] - b);
            }
        }
        return aa > 1e-15 && bb > 1e-15 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /** A rank is how many are smaller, and half of those that are equal. */
    private static double rankCorrelation(double[] e, double[] f, int k) {
        int[] at = IntStream.range(0, f.length).filter(t -> isPair(e, f, k, t)).toArray();
        double[] a = Arrays.stream(at).mapToDouble(t -> e[t - k]).toArray();
        double[] b = Arrays.stream(at).mapToDouble(t -> f[t]).toArray();
        return correlation(ranks(a), ranks(b), 0);
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(v -> Arrays.stream(values)
                        .map(o -> o < v ? 1 : o == v ? 0.5 : 0)
                        .sum())
                .toArray();
    }
}
