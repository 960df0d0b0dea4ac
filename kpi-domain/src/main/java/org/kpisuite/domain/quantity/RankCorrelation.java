package org.kpisuite.domain.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Spearman's rank correlation: whether two series rise and fall together, whatever the size of their steps.
 *
 * <pre>
 *   ρ = Σ (p − p̄)(q − q̄) / √(Σ (p − p̄)² · Σ (q − q̄)²)     p, q: ranks; equal values share the mean of theirs
 * </pre>
 * <p>Range: −1 to 1. Unit: none.
 */
public final class RankCorrelation {
    private RankCorrelation() {}

    /** Of two series of one length; empty where one of them never changes. */
    public static Optional<BigDecimal> of(List<BigDecimal> a, List<BigDecimal> b) {
        long[] p = centredRanks(a);
        long[] q = centredRanks(b);
        BigDecimal squares = BigDecimal.valueOf(product(p, p)).multiply(BigDecimal.valueOf(product(q, q)));
        return squares.signum() == 0
                ? Optional.empty()
                : Optional.of(Decimals.divide(BigDecimal.valueOf(product(p, q)), squares.sqrt(Decimals.EXACT)));
    }

    /** Twice the distance of each rank from the mean of all: whole numbers, for a shared rank may be a half. */
    private static long[] centredRanks(List<BigDecimal> values) {
        long[] ranks = new long[values.size()];
        for (int i = 0; i < ranks.length; i++) {
            for (BigDecimal other : values) {
                ranks[i] += values.get(i).compareTo(other);
            }
        }
        return ranks;
    }

    private static long product(long[] a, long[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
