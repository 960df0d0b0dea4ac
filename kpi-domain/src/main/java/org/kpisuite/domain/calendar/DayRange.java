package org.kpisuite.domain.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days from a first to a last one, both included; possibly none.
 *
 * @param start first day
 * @param endInclusive last day; the day before {@code start} where the range is empty
 */
public record DayRange(LocalDate start, LocalDate endInclusive) {
    public DayRange {
        if (endInclusive.isBefore(start.minusDays(1))) {
            throw new IllegalArgumentException(start + ".." + endInclusive);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, endInclusive) + 1;
    }

    public boolean isEmpty() {
        return endInclusive.isBefore(start);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(endInclusive);
    }

    public boolean encloses(DayRange other) {
        return !other.start.isBefore(start) && !other.endInclusive.isAfter(endInclusive);
    }

    public boolean overlaps(DayRange other) {
        return !other.start.isAfter(endInclusive) && !other.endInclusive.isBefore(start);
    }

    /** The days that both have; empty if they have none in common. */
    public DayRange intersect(DayRange other) {
        LocalDate first = other.start.isAfter(start) ? other.start : start;
        LocalDate last = other.endInclusive.isBefore(endInclusive) ? other.endInclusive : endInclusive;
        return new DayRange(first, last.isBefore(first) ? first.minusDays(1) : last);
    }

    /** The days of this range up to that one; empty if it ends before this begins. */
    public DayRange upTo(LocalDate lastDay) {
        LocalDate last = lastDay.isBefore(endInclusive) ? lastDay : endInclusive;
        return new DayRange(start, last.isBefore(start) ? start.minusDays(1) : last);
    }

    /** The first {@code days} of this range, or all of them if it has fewer. */
    public DayRange first(long days) {
        return upTo(start.plusDays(days - 1));
    }

    /** Spreads the ranges of single days, too: with the usual hash all of those would share their last five bits. */
    @Override
    public int hashCode() {
        return 31 * start.hashCode() + 2 * endInclusive.hashCode();
    }
}
