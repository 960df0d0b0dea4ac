package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;

/**
 * What one source delivered for a unit and a measure over some days: one row, or the days of a month taken together.
 *
 * @param dims dimensions as stored, {@code channel=social}; empty for the total
 * @param granularity of the delivered rows: DAY for one day or for the days of a month taken together
 * @param days the days that the slice stands for; a whole month where days were taken together
 * @param sum of the values
 * @param first value, by day
 * @param last value, by day
 * @param lastDay last day with data
 * @param daysWithData days that have a row; all days of the slice for coarser rows
 */
public record FactSlice(
        String unit,
        String measure,
        String dims,
        String source,
        Granularity granularity,
        DayRange days,
        BigDecimal sum,
        BigDecimal first,
        BigDecimal last,
        LocalDate lastDay,
        long daysWithData) {

    /** Whether every day that the slice stands for is in. */
    public boolean isComplete() {
        return daysWithData >= days.days();
    }
}
