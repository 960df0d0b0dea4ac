package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What an import does to one fact.
 *
 * @param place in the order of the file; a page of changes goes on after it
 * @param row 1-based record of the file; 0 for what a full snapshot deletes because it is missing in the file
 * @param dims {@code channel=social;product=a}, sorted; empty for the total
 * @param old value before; null where there was none
 * @param value value after; null where it is deleted
 */
public record FactChange(
        int place,
        Kind kind,
        int row,
        String unit,
        String measure,
        String dims,
        Period period,
        Scenario scenario,
        String source,
        @Nullable BigDecimal old,
        @Nullable BigDecimal value) {

    /** What sort of change it is; UNCHANGED says what was known already. */
    public enum Kind {
        NEW,
        CHANGED,
        DELETED,
        UNCHANGED;

        /** Of a value that takes the place of a different one. */
        static Kind of(@Nullable BigDecimal value, @Nullable BigDecimal old) {
            return value == null ? DELETED : old == null ? NEW : CHANGED;
        }
    }

    /** New minus old; empty where one of them is missing. */
    public Optional<BigDecimal> delta() {
        return old == null || value == null ? Optional.empty() : Optional.of(value.subtract(old, Decimals.EXACT));
    }
}
