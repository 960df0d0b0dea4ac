package org.kpisuite.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * A day, ISO week, month, quarter or year of the civil calendar.
 *
 * <p>Codes: {@code 2026-10-05}, {@code 2026-W41}, {@code 2026-10}, {@code 2026-Q4}, {@code 2026}; {@link #toString} is
 * what {@link #parse} reads. Source: domain specification §3.1.
 *
 * @param granularity length
 * @param start first day, aligned to the granularity
 */
public record Period(Granularity granularity, LocalDate start) implements Comparable<Period> {
    public static final int YEAR_MIN = 1900;
    public static final int YEAR_MAX = 2200;

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:W(\\d{2})|Q(\\d)|(\\d{2})(?:-(\\d{2}))?))?");

    public Period {
        if (!start.equals(firstDay(granularity, start))) {
            throw new IllegalArgumentException(granularity + " cannot start on " + start);
        }
    }

    /** The period of that granularity in which the day lies. */
    public static Period of(Granularity granularity, LocalDate day) {
        return new Period(granularity, firstDay(granularity, day));
    }

    public static Period day(LocalDate day) {
        return new Period(Granularity.DAY, day);
    }

    /**
     * The period of a code.
     *
     * @throws KpiException E-PERIOD-FORMAT if this is no code, E-PERIOD-INVALID if there is no such period
     */
    public static Period parse(String code) {
        Matcher m = CODE.matcher(code);
        if (!m.matches()) {
            throw new KpiException(Code.E_PERIOD_FORMAT, code);
        }
        return read(m).orElseThrow(() -> new KpiException(Code.E_PERIOD_INVALID, code));
    }

    private static Optional<Period> read(Matcher m) {
        int year = Integer.parseInt(m.group(1));
        if (year < YEAR_MIN || year > YEAR_MAX) {
            return Optional.empty();
        }
        if (m.group(2) != null) {
            return week(year, Integer.parseInt(m.group(2)));
        }
        if (m.group(3) != null) {
            return quarter(year, Integer.parseInt(m.group(3)));
        }
        if (m.group(4) == null) {
            return Optional.of(new Period(Granularity.YEAR, LocalDate.of(year, 1, 1)));
        }
        int month = Integer.parseInt(m.group(4));
        return m.group(5) == null ? month(year, month) : day(year, month, Integer.parseInt(m.group(5)));
    }

    /** The ISO week of that number, empty if the year has no such week. */
    public static Optional<Period> week(int year, int week) {
        LocalDate fourth = LocalDate.of(year, 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(fourth)
                                .getMaximum()) {
            return Optional.empty();
        }
        return Optional.of(of(Granularity.WEEK, fourth.plusWeeks(week - 1L)));
    }

    public static Optional<Period> quarter(int year, int quarter) {
        return quarter < 1 || quarter > 4
                ? Optional.empty()
                : Optional.of(new Period(Granularity.QUARTER, LocalDate.of(year, 3 * quarter - 2, 1)));
    }

    public static Optional<Period> month(int year, int month) {
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(new Period(Granularity.MONTH, LocalDate.of(year, month, 1)));
    }

    private static Optional<Period> day(int year, int month, int day) {
        return month(year, month)
                .filter(m -> day >= 1 && day <= m.start.lengthOfMonth())
                .map(m -> day(m.start.withDayOfMonth(day)));
    }

    private static LocalDate firstDay(Granularity granularity, LocalDate day) {
        return switch (granularity) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER ->
                day.withMonth(day.getMonth().firstMonthOfQuarter().getValue()).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    public LocalDate endInclusive() {
        return plus(1).start.minusDays(1);
    }

    public DayRange days() {
        return new DayRange(start, endInclusive());
    }

    public boolean contains(LocalDate day) {
        return days().contains(day);
    }

    /** The period that many steps of its own length later; earlier if negative. */
    public Period plus(int steps) {
        LocalDate moved =
                switch (granularity) {
                    case DAY -> start.plusDays(steps);
                    case WEEK -> start.plusWeeks(steps);
                    case MONTH -> start.plusMonths(steps);
                    case QUARTER -> start.plusMonths(3L * steps);
                    case YEAR -> start.plusYears(steps);
                };
        return new Period(granularity, moved);
    }

    /** PP: the period before, of the same length. */
    public Period previous() {
        return plus(-1);
    }

    /**
     * PY: the same month, quarter or year one year before; for a day the same weekday 364 days before; for a week the
     * same number, empty for week 53 of a year whose predecessor has none. Source: domain specification §3.3.
     */
    public Optional<Period> priorYear() {
        return switch (granularity) {
            case DAY -> Optional.of(day(start.minusDays(364)));
            case WEEK -> week(start.get(IsoFields.WEEK_BASED_YEAR) - 1, start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default -> Optional.of(new Period(granularity, start.minusYears(1)));
        };
    }

    @Override
    public int compareTo(Period other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : granularity.compareTo(other.granularity);
    }

    /** The code, such as {@code 2026-Q4}. */
    public String code() {
        return switch (granularity) {
            case DAY -> start.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> start.format(DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT));
            case QUARTER ->
                String.format(Locale.ROOT, "%04d-Q%d", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", start.getYear());
        };
    }

    @Override
    public String toString() {
        return code();
    }
}
