package org.kpisuite.ejb.delivery;

import java.util.Optional;
import org.kpisuite.domain.delivery.DeliveryState;

/**
 * Which rows of a list are wanted, latest first.
 *
 * @param before only rows with a smaller id: where the last page ended
 * @param rows at most so many, 1 to {@link #ROWS_MAX}
 */
public record DeliveryFilter(
        Optional<String> unit,
        Optional<DeliveryState> state,
        Optional<Long> schedule,
        Optional<Long> before,
        int rows) {
    public static final int ROWS_MAX = 500;

    public DeliveryFilter {
        rows = Math.max(1, Math.min(rows, ROWS_MAX));
    }

    /** Everything of all units, the first page. */
    public static DeliveryFilter everything() {
        return new DeliveryFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ROWS_MAX);
    }
}
