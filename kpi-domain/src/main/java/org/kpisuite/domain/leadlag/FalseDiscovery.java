package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a p is worth among many: the rate of false ones among all that are called found (Benjamini and Hochberg 1995).
 *
 * <pre>
 *   q[i] = min over j ≥ i of m · p[j] / j,  at most 1      p[1] ≤ … ≤ p[m]; found where q ≤ 0.10
 * </pre>
 * <p>Source: domain specification §6.2, step 6.
 */
public final class FalseDiscovery {
    public static final BigDecimal RATE_MAX = new BigDecimal("0.10");

    private FalseDiscovery() {}

    /** The q of each p, in the order given. */
    public static List<BigDecimal> adjusted(List<BigDecimal> p) {
        int[] order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .mapToInt(i -> i)
                .toArray();
        BigDecimal[] q = new BigDecimal[order.length];
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p.get(i).doubleValue() * order.length / rank);
            q[i] = BigDecimal.valueOf(least);
        }
        return Arrays.asList(q);
    }
}
