package org.kpisuite.domain.scorecard;

import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * What values are worked out from.
 *
 * @param evaluation of what a formula takes as a whole
 * @param conversion into the currency that the value is wanted in
 * @param calendar of the scorecard: in it lie sub-periods, and the rows that are no civil periods
 */
record Delivered(Evaluation evaluation, Facts facts, Conversion conversion, Calendar calendar) {
    /** The period that a delivered row stands for: a civil one or an ISO week, else one of the calendar. */
    Period period(FactSlice slice) {
        Period civil = Period.of(slice.granularity(), slice.lastDay());
        boolean other = slice.granularity() != Granularity.DAY && !civil.days().equals(slice.days());
        return other ? Period.of(calendar, slice.granularity(), slice.lastDay()) : civil;
    }
}
