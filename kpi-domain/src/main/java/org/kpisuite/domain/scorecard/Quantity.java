package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a formula came to over a range of days.
 *
 * @param dataTo last day that the value covers; empty where there is none
 * @param stale a state from before the end of the range
 */
record Quantity(Cell cell, Optional<LocalDate> dataTo, boolean stale) {
    static final Quantity NONE = new Quantity(new Cell.NotDelivered(), Optional.empty(), false);

    static Quantity failed(Cell.Reason reason) {
        return new Quantity(new Cell.Failed(reason), Optional.empty(), false);
    }
}
