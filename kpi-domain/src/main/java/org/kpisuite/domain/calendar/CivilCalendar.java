package org.kpisuite.domain.calendar;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** Gregorian days, months, quarters and years: {@code 2026-10-05}, {@code 2026-10}, {@code 2026-Q4}, {@code 2026}. */
public record CivilCalendar() implements Calendar {
    public static final CivilCalendar CIVIL = new CivilCalendar();

    @Override
    public CalendarKind kind() {
        return CalendarKind.CIVIL;
    }

    @Override
    public boolean has(Granularity granularity) {
        return granularity != Granularity.WEEK;
    }

    @Override
    public LocalDate firstDay(Granularity granularity, LocalDate day) {
        return switch (granularity) {
            case DAY, WEEK -> day;
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER ->
                day.withMonth(day.getMonth().firstMonthOfQuarter().getValue()).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    @Override
    public LocalDate plus(Granularity granularity, LocalDate start, int steps) {
        return switch (granularity) {
            case DAY, WEEK -> start.plusDays(steps);
            case MONTH -> start.plusMonths(steps);
            case QUARTER -> start.plusMonths(3L * steps);
            case YEAR -> start.plusYears(steps);
        };
    }

    @Override
    public int year(Granularity granularity, LocalDate start) {
        return start.getYear();
    }

    @Override
    public int number(Granularity granularity, LocalDate start) {
        return switch (granularity) {
            case DAY, WEEK -> start.getDayOfYear();
            case MONTH -> start.getMonthValue();
            case QUARTER -> start.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> 1;
        };
    }

    @Override
    public Optional<LocalDate> start(Granularity granularity, int year, int number) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int last =
                switch (granularity) {
                    case DAY, WEEK -> first.lengthOfYear();
                    case MONTH -> 12;
                    case QUARTER -> 4;
                    case YEAR -> 1;
                };
        return number < 1 || number > last ? Optional.empty() : Optional.of(plus(granularity, first, number - 1));
    }

    @Override
    public String code(Granularity granularity, LocalDate start) {
        int year = start.getYear();
        return switch (granularity) {
            case DAY, WEEK -> start.toString();
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, start.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, start.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
        };
    }

    @Override
    public String rules() {
        return "";
    }
}
