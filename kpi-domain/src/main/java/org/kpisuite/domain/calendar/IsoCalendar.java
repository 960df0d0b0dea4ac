package org.kpisuite.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** ISO 8601 weeks, {@code 2026-W41}: from Monday; week 1 has at least four days of its year. */
public record IsoCalendar() implements Calendar {
    public static final IsoCalendar ISO = new IsoCalendar();

    @Override
    public CalendarKind kind() {
        return CalendarKind.ISO;
    }

    @Override
    public boolean has(Granularity granularity) {
        return granularity == Granularity.WEEK;
    }

    @Override
    public LocalDate firstDay(Granularity granularity, LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public LocalDate plus(Granularity granularity, LocalDate start, int steps) {
        return start.plusWeeks(steps);
    }

    @Override
    public int year(Granularity granularity, LocalDate start) {
        return start.get(IsoFields.WEEK_BASED_YEAR);
    }

    @Override
    public int number(Granularity granularity, LocalDate start) {
        return start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    @Override
    public Optional<LocalDate> start(Granularity granularity, int year, int number) {
        LocalDate fourth = LocalDate.of(year, 1, 4);
        long last = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(fourth).getMaximum();
        return number < 1 || number > last
                ? Optional.empty()
                : Optional.of(firstDay(granularity, fourth.plusWeeks(number - 1L)));
    }

    @Override
    public String code(Granularity granularity, LocalDate start) {
        return String.format(Locale.ROOT, "%04d-W%02d", year(granularity, start), number(granularity, start));
    }

    @Override
    public String rules() {
        return "";
    }
}
