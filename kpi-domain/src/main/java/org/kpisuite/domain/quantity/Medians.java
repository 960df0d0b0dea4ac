package org.kpisuite.domain.quantity;

import java.math.BigDecimal;
import java.util.List;

/** Medians of exact numbers; of an even number the mean of the middle two. */
public final class Medians {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Medians() {}

    /** The median of at least one value. */
    public static BigDecimal of(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }
}
