package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.quantity.Completeness;

/**
 * What a formula came to over a range of days.
 *
 * @param dataTo last day that the value covers; empty where there is none
 */
record Quantity(Cell cell, Optional<LocalDate> dataTo, Set<Mark> marks) {
    static final Quantity NONE = new Quantity(new Cell.NotDelivered(), Optional.empty(), Set.of());

    static final Quantity NOT_APPLICABLE = new Quantity(new Cell.NotApplicable(), Optional.empty(), Set.of());

    static Quantity failed(Cell.Reason reason) {
        return new Quantity(new Cell.Failed(reason), Optional.empty(), Set.of());
    }

    /** Of the value; nothing of what is expected where there is none. */
    Completeness completeness() {
        return cell instanceof Cell.Measured measured ? measured.completeness() : new Completeness(0, 1);
    }

    boolean stale() {
        return marks.contains(Mark.STALE);
    }
}
