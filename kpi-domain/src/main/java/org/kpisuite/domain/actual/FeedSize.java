package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.quantity.Medians;

/**
 * How many rows a feed usually has: the median of its last files. Fewer than three files say nothing.
 *
 * <p>Source: domain specification §8.4.
 */
public record FeedSize(BigDecimal usual) {
    /** Files that are looked back on at most. */
    public static final int FILES_MAX = 8;

    private static final int FILES_MIN = 3;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** By the row counts of earlier files; empty where there are too few. */
    public static Optional<FeedSize> of(List<Long> earlier) {
        return earlier.size() < FILES_MIN
                ? Optional.empty()
                : Optional.of(new FeedSize(
                        Medians.of(earlier.stream().map(BigDecimal::valueOf).toList())));
    }

    /** Whether a file has less than half of the usual rows. */
    public boolean isThin(long rows) {
        return BigDecimal.valueOf(rows).multiply(TWO).compareTo(usual) < 0;
    }
}
