package org.kpisuite.reports.data;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Cell;

/** Quantities as JSON strings, unrounded. */
final class Numbers {
    private Numbers() {}

    static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.plain(value);
    }

    static @Nullable String text(Optional<BigDecimal> value) {
        return value.map(Decimals::plain).orElse(null);
    }

    static @Nullable String text(Cell cell) {
        return text(cell.usable());
    }
}
