package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What one source delivered for a unit and a measure over some days: one row, or the days of a month taken together.
 *
 * @param dims dimensions as stored, {@code channel=social}; empty for the total
 * @param granularity of the delivered rows: DAY for one day or for the days of a month taken together
 * @param days the days that the slice stands for; a whole month where days were taken together
 * @param sum of the values
 * @param first value, by day; of the days of a flow taken together its sum, for nobody asks which came first
 * @param last value, by day; likewise
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

    /** Whether several days stand together of which only the sum was read: those of a flow. */
    public boolean isSumOnly() {
        return daysWithData > 1
                && granularity == Granularity.DAY
                && first.compareTo(sum) == 0
                && last.compareTo(sum) == 0;
    }

    /** Whether every day that the slice stands for is in. */
    public boolean isComplete() {
        return daysWithData >= days.days();
    }

    /** The slice with all values multiplied, such as the share of a unit whose figures are split. */
    FactSlice times(BigDecimal share) {
        return share.compareTo(BigDecimal.ONE) == 0
                ? this
                : new FactSlice(
                        unit,
                        measure,
                        dims,
                        source,
                        granularity,
                        days,
                        sum.multiply(share),
                        first.multiply(share),
                        last.multiply(share),
                        lastDay,
                        daysWithData);
    }

    /** The part of a flow that falls into a range, by its share of days; an estimate. */
    FactSlice cut(DayRange range) {
        DayRange part = days.intersect(range);
        if (part.equals(days)) {
            return this;
        }
        BigDecimal value =
                Decimals.divide(sum.multiply(BigDecimal.valueOf(part.days())), BigDecimal.valueOf(days.days()));
        return new FactSlice(
                unit, measure, dims, source, granularity, part, value, value, value, part.endInclusive(), part.days());
    }

    /** Whether it stands for a part of a delivered row only. */
    public boolean isEstimated() {
        return granularity == Granularity.WEEK && days.days() < Granularity.DAYS_OF_WEEK;
    }

    /** A slice of these days and this source that says there was nothing, for the series of another one. */
    FactSlice zero(FactSlice series) {
        return new FactSlice(
                unit,
                series.measure,
                series.dims,
                source,
                granularity,
                days,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                lastDay,
                daysWithData);
    }

    /** The same slice, of which that many days are known. */
    FactSlice withDays(long known) {
        return new FactSlice(unit, measure, dims, source, granularity, days, sum, first, last, lastDay, known);
    }
}
