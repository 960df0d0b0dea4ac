package org.kpisuite.web.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** The days of the history, and the periods that lie wholly within them. */
record Span(LocalDate start, LocalDate lastDay) {
    private static final int YEARS = 3;
    private static final int WEEKS = 8;

    /** Three years and eight weeks up to a Sunday, begun with the quarter in which that falls. */
    static Span endingOn(LocalDate lastSunday) {
        LocalDate reach = lastSunday.minusYears(YEARS).minusWeeks(WEEKS);
        return new Span(Period.of(Granularity.QUARTER, reach).start(), lastSunday);
    }

    List<LocalDate> days() {
        return start.datesUntil(lastDay.plusDays(1)).toList();
    }

    List<Period> complete(Granularity granularity) {
        Period first = Period.of(granularity, start);
        DayRange all = new DayRange(start, lastDay);
        return Stream.iterate(first, p -> !p.start().isAfter(lastDay), p -> p.plus(1))
                .filter(p -> all.encloses(p.days()))
                .toList();
    }

    static long sum(Period period, ToLongFunction<LocalDate> ofDay) {
        return period.start()
                .datesUntil(period.endInclusive().plusDays(1))
                .mapToLong(ofDay)
                .sum();
    }
}
