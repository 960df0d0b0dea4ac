package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.quantity.Completeness;

/**
 * What a formula came to over a range of days.
 *
 * @param dataTo last day that the value covers; empty where there is none
 * @param leftOut codes of units that do not count for some of their days, sorted
 */
record Quantity(Cell cell, Optional<LocalDate> dataTo, Set<Mark> marks, List<String> leftOut) {
    static final Quantity NONE = new Quantity(new Cell.NotDelivered(), Optional.empty(), Set.of());

    static final Quantity NOT_APPLICABLE = new Quantity(new Cell.NotApplicable(), Optional.empty(), Set.of());

    Quantity(Cell cell, Optional<LocalDate> dataTo, Set<Mark> marks) {
        this(cell, dataTo, marks, List.of());
    }

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
