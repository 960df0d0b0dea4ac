package org.kpisuite.domain.calendar;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.quantity.Decimals;

/** Weeks that straddle months. Source: domain specification §3.2. */
public final class Weeks {
    private Weeks() {}

    /** The Thursday of a week: the day that decides what it is called after. */
    public static LocalDate thursday(Period week) {
        requireWeek(week);
        return week.start().with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
    }

    /**
     * The month, quarter or year that a week is called after, in a calendar: that of its Thursday, of a retail week in its
     * own calendar the one it lies in. A label only: weeks are never summed into it.
     */
    public static Period label(Period week, Calendar calendar, Granularity granularity) {
        LocalDate thursday = thursday(week);
        LocalDate day = week.calendar().equals(calendar) ? week.start() : thursday;
        return Period.of(calendar, granularity, day);
    }

    /** The civil month of its Thursday. */
    public static Period month(Period week) {
        return label(week, CivilCalendar.CIVIL, Granularity.MONTH);
    }

    /** The civil quarter of its Thursday. */
    public static Period quarter(Period week) {
        return label(week, CivilCalendar.CIVIL, Granularity.QUARTER);
    }

    /**
     * What one month gets of a week.
     *
     * @param days of the week that lie in the month
     * @param amount unrounded; the parts of a week sum to the whole exactly
     * @param estimated whether the week lies in two months, so that nobody knows
     */
    public record Part(Period month, DayRange days, BigDecimal amount, boolean estimated) {}

    /**
     * Splits a week's flow over its civil months, days in the month / 7 (BY_DAYS). Of flows only: never of a distinct
     * count, a stock or a ratio, whose numerator and denominator are split each.
     */
    public static List<Part> byDays(Period week, BigDecimal flow) {
        requireWeek(week);
        List<Part> parts = new ArrayList<>();
        BigDecimal left = flow;
        for (Period month = Period.of(Granularity.MONTH, week.start());
                !month.start().isAfter(week.endInclusive());
                month = month.plus(1)) {
            DayRange days =
                    new DayRange(max(week.start(), month.start()), week.endInclusive()).upTo(month.endInclusive());
            boolean last = days.endInclusive().equals(week.endInclusive());
            BigDecimal amount = last
                    ? left
                    : Decimals.divide(
                            flow.multiply(BigDecimal.valueOf(days.days())),
                            BigDecimal.valueOf(week.days().days()));
            left = left.subtract(amount);
            parts.add(new Part(month, days, amount, days.days() < week.days().days()));
        }
        return parts;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static void requireWeek(Period week) {
        if (week.granularity() != Granularity.WEEK) {
            throw new IllegalArgumentException(week + " is no week");
        }
    }
}
