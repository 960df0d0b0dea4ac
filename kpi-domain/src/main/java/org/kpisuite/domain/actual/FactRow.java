package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;

/**
 * One fact as it will be stored: its natural key, its value, and the row that it came from.
 *
 * @param row 1-based record of the file
 * @param dims {@code channel=social;product=a}, sorted; empty for the total
 * @param dimKeys {@code channel;product}; empty for the total
 * @param value scale at most 10; null where the fact is deleted
 * @param asOf instant of extraction
 */
public record FactRow(
        int row,
        String unit,
        String measure,
        String dims,
        String dimKeys,
        Period period,
        Scenario scenario,
        String source,
        @Nullable BigDecimal value,
        Instant asOf,
        @Nullable String reason) {

    /** Digits before and after the point that storage holds. */
    public static final int INTEGER_DIGITS_MAX = 18;

    public static final int SCALE_MAX = 10;
    public static final int DIMS_LENGTH_MAX = 400;
    public static final int REASON_LENGTH_MAX = 1_000;

    /** Years that facts lie in; others are misread columns, and not all storage knows them. */
    public static final int YEAR_MIN = 1900;

    public static final int YEAR_MAX = 2999;

    public boolean isDelete() {
        return value == null;
    }
}
