package org.kpisuite.domain.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Civil months counted from another month than January: {@code FY2026-P01}, {@code FY2026-Q1}, {@code FY2026}.
 *
 * @param startMonth first month of the year, 1 to 12
 * @param label after which civil year it is called
 */
public record FiscalCalendar(int startMonth, YearLabel label) implements Calendar {
    public FiscalCalendar {
        if (startMonth < 1 || startMonth > 12) {
            throw new IllegalArgumentException("A fiscal year starts in a month from 1 to 12, not " + startMonth);
        }
    }

    @Override
    public CalendarKind kind() {
        return CalendarKind.FISCAL;
    }

    /** Whether its periods are those of the civil calendar by another name. */
    public boolean isCivil() {
        return startMonth == 1;
    }

    @Override
    public boolean has(Granularity granularity) {
        return granularity.compareTo(Granularity.MONTH) >= 0;
    }

    private int endMonth() {
        return startMonth == 1 ? 12 : startMonth - 1;
    }

    private static int months(Granularity granularity) {
        return switch (granularity) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            default -> throw new IllegalArgumentException("FISCAL has no " + granularity);
        };
    }

    /** Whole months since its year began. */
    private int monthsSinceStart(LocalDate day) {
        return Math.floorMod(day.getMonthValue() - startMonth, 12);
    }

    @Override
    public LocalDate firstDay(Granularity granularity, LocalDate day) {
        int over = monthsSinceStart(day) % months(granularity);
        return day.withDayOfMonth(1).minusMonths(over);
    }

    @Override
    public LocalDate plus(Granularity granularity, LocalDate start, int steps) {
        return start.plusMonths((long) months(granularity) * steps);
    }

    @Override
    public int year(Granularity granularity, LocalDate start) {
        LocalDate lastMonth = start.plusMonths(11L - monthsSinceStart(start));
        return label.of(lastMonth.getYear(), endMonth());
    }

    @Override
    public int number(Granularity granularity, LocalDate start) {
        return monthsSinceStart(start) / months(granularity) + 1;
    }

    @Override
    public Optional<LocalDate> start(Granularity granularity, int year, int number) {
        int months = months(granularity);
        if (number < 1 || number > 12 / months) {
            return Optional.empty();
        }
        LocalDate first =
                LocalDate.of(label.endYear(year, endMonth()), endMonth(), 1).minusMonths(11);
        return Optional.of(first.plusMonths((number - 1L) * months));
    }

    @Override
    public String code(Granularity granularity, LocalDate start) {
        int year = year(granularity, start);
        int number = number(granularity, start);
        return switch (granularity) {
            case MONTH -> String.format(Locale.ROOT, "FY%04d-P%02d", year, number);
            case QUARTER -> String.format(Locale.ROOT, "FY%04d-Q%d", year, number);
            default -> String.format(Locale.ROOT, "FY%04d", year);
        };
    }

    /** {@code 04E}: from April, called after the year in which it ends. */
    @Override
    public String rules() {
        return String.format(Locale.ROOT, "%02d%s", startMonth, label.name().substring(0, 1));
    }
}
