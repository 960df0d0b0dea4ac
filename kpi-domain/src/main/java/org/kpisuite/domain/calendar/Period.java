package org.kpisuite.domain.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * A day, week, month, quarter or year of a calendar.
 *
 * <p>Codes: {@code 2026-10-05}, {@code 2026-10}, {@code 2026-Q4}, {@code 2026}; {@code 2026-W41}; {@code FY2026-P01},
 * {@code FY2026-Q1}, {@code FY2026}; {@code R2026-W53}, {@code R2026-P12}, {@code R2026-Q4}, {@code R2026}. Which days a
 * fiscal or retail code means is known to a {@link CompanyCalendar} only. Source: domain specification §3.1.
 *
 * @param calendar that cuts it
 * @param granularity length
 * @param start first day, aligned to the granularity
 */
public record Period(Calendar calendar, Granularity granularity, LocalDate start) implements Comparable<Period> {
    public static final int YEAR_MIN = 1900;
    public static final int YEAR_MAX = 2200;

    private static final char BY_RULES = '~';
    private static final Comparator<Period> ORDER = Comparator.comparing(Period::start)
            .thenComparing(Period::granularity)
            .thenComparing(p -> p.calendar().kind())
            .thenComparing(p -> p.calendar().rules());

    public Period {
        if (!calendar.has(granularity) || !start.equals(calendar.firstDay(granularity, start))) {
            throw new IllegalArgumentException(granularity + " of " + calendar.kind() + " cannot start on " + start);
        }
    }

    /** A period of the civil calendar, or an ISO week. */
    public Period(Granularity granularity, LocalDate start) {
        this(CivilCalendar.CIVIL.of(granularity), granularity, start);
    }

    /** The civil period or ISO week in which the day lies. */
    public static Period of(Granularity granularity, LocalDate day) {
        return of(CivilCalendar.CIVIL, granularity, day);
    }

    /** The period in which the day lies; civil, or an ISO week, where the calendar has none of that length. */
    public static Period of(Calendar calendar, Granularity granularity, LocalDate day) {
        Calendar cutting = calendar.of(granularity);
        return new Period(cutting, granularity, cutting.firstDay(granularity, day));
    }

    public static Period day(LocalDate day) {
        return new Period(CivilCalendar.CIVIL, Granularity.DAY, day);
    }

    /**
     * The civil period or ISO week of a code.
     *
     * @throws KpiException E-PERIOD-FORMAT if this is no such code, E-PERIOD-INVALID if there is no such period
     */
    public static Period parse(String code) {
        PeriodCode words = PeriodCode.of(code);
        return switch (words.kind()) {
            case CIVIL ->
                words.in(CivilCalendar.CIVIL).orElseThrow(() -> new KpiException(Code.E_PERIOD_INVALID, code));
            case ISO -> words.in(IsoCalendar.ISO).orElseThrow(() -> new KpiException(Code.E_PERIOD_INVALID, code));
            default -> throw new KpiException(Code.E_PERIOD_FORMAT, code);
        };
    }

    /** The period that was stored under this {@link #key}. */
    public static Period ofKey(String key) {
        int at = key.indexOf(BY_RULES);
        if (at < 0) {
            return parse(key);
        }
        return PeriodCode.of(key.substring(0, at))
                .in(CalendarRules.read(key.substring(at + 1)))
                .orElseThrow(() -> new KpiException(Code.E_PERIOD_INVALID, key));
    }

    /** The ISO week of that number, empty if the year has no such week. */
    public static Optional<Period> week(int year, int week) {
        return IsoCalendar.ISO.start(Granularity.WEEK, year, week).map(s -> new Period(Granularity.WEEK, s));
    }

    public static Optional<Period> quarter(int year, int quarter) {
        return CivilCalendar.CIVIL
                .start(Granularity.QUARTER, year, quarter)
                .map(s -> new Period(Granularity.QUARTER, s));
    }

    public static Optional<Period> month(int year, int month) {
        return CivilCalendar.CIVIL.start(Granularity.MONTH, year, month).map(s -> new Period(Granularity.MONTH, s));
    }

    public LocalDate endInclusive() {
        return calendar.plus(granularity, start, 1).minusDays(1);
    }

    public DayRange days() {
        return new DayRange(start, endInclusive());
    }

    public boolean contains(LocalDate day) {
        return days().contains(day);
    }

    /** The year in its code; of an ISO or retail week not always that of its first day. */
    public int year() {
        return calendar.year(granularity, start);
    }

    /** Its number in its year: month 1 to 12, quarter 1 to 4, week 1 to 53, day 1 to 366; a year is number 1. */
    public int number() {
        return calendar.number(granularity, start);
    }

    /** The period that many steps of its own length later; earlier if negative. */
    public Period plus(int steps) {
        return new Period(calendar, granularity, calendar.plus(granularity, start, steps));
    }

    /** PP: the period before, of the same length. */
    public Period previous() {
        return plus(-1);
    }

    /**
     * PY: the same number one year before; for a day the same weekday 364 days before; empty for week 53 of a year whose
     * predecessor has none. Other rules: {@link Comparisons}. Source: domain specification §3.3.
     */
    public Optional<Period> priorYear() {
        return granularity == Granularity.DAY
                ? Optional.of(day(start.minusDays(364)))
                : calendar.start(granularity, year() - 1, number()).map(s -> new Period(calendar, granularity, s));
    }

    /**
     * The period of the same days by which facts are stored: the civil period or ISO week, where one has these days.
     * So that {@code FY2026-P07} and {@code 2026-10} are one fact, not two.
     */
    public Period asStored() {
        if (calendar.rules().isEmpty()) {
            return this;
        }
        Period plain = of(granularity, start);
        return plain.start.equals(start) && plain.endInclusive().equals(endInclusive()) ? plain : this;
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    /** The code, such as {@code 2026-Q4}. */
    public String code() {
        return calendar.code(granularity, start);
    }

    /**
     * The code with the rules of its calendar, {@code FY2026-Q1~04E}, {@code R2026-P12~SA01N454S}; of a civil period or
     * ISO week the code alone. At most 19 characters.
     */
    public String key() {
        return calendar.rules().isEmpty() ? code() : code() + BY_RULES + calendar.rules();
    }

    @Override
    public String toString() {
        return code();
    }
}
