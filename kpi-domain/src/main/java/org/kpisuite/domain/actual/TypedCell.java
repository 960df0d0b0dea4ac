package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kpisuite.domain.failure.Refusal;

/**
 * What a workbook or JSON says of a cell beyond its text. A number that is one needs no rules of notation: 1.234 in such a
 * cell is never ambiguous.
 */
public sealed interface TypedCell {
    /**
     * A number.
     *
     * @param value exact, not by way of a binary fraction; of a cell in percent the fraction, 0.125 for 12.5 %
     * @param percent whether the cell is shown as a percentage
     */
    record Exact(BigDecimal value, boolean percent) implements TypedCell {}

    /** A day; the time of it, if any, stands in the text of the cell alone. */
    record Day(LocalDate day) implements TypedCell {}

    /** A cell that holds an error in place of a value. */
    record Failed(Refusal refusal) implements TypedCell {}
}
