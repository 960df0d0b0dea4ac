package org.kpisuite.web.sample;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** How growth, the time of the year, the day of the week and holidays move a figure: factors around 1. */
final class Season {
    /** From Monday to Sunday; each sums to 7. */
    static final double[] OFFICE = {1.36, 1.38, 1.36, 1.32, 1.18, 0.28, 0.12};

    static final double[] SHOP = {0.98, 0.96, 0.95, 0.96, 1.02, 1.10, 1.03};
    static final double[] INTEREST = {1.14, 1.14, 1.10, 1.05, 0.97, 0.82, 0.78};

    private static final LocalDate ANCHOR = LocalDate.of(2023, 1, 2);
    private static final double DAYS_OF_YEAR = 365.25;
    private static final MonthDay NEW_YEAR_END = MonthDay.of(1, 8);
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(2, 23),
            MonthDay.of(3, 8),
            MonthDay.of(5, 1),
            MonthDay.of(5, 9),
            MonthDay.of(6, 12),
            MonthDay.of(11, 4));

    private Season() {}

    static double growth(LocalDate day, double perYear) {
        return StrictMath.pow(1 + perYear, ChronoUnit.DAYS.between(ANCHOR, day) / DAYS_OF_YEAR);
    }

    /** A wave over the year, highest on a day of the year. */
    static double year(LocalDate day, double amplitude, int peakDayOfYear) {
        return 1 + amplitude * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - peakDayOfYear) / DAYS_OF_YEAR);
    }

    /** Presents: rises from the end of November, highest in the week before the New Year. */
    static double december(LocalDate day, double height) {
        long ahead = ChronoUnit.DAYS.between(day, LocalDate.of(day.getYear(), 12, 20));
        return 1 + height * StrictMath.exp(-(ahead * ahead) / 200.0);
    }

    static double week(LocalDate day, double[] profile) {
        return profile[day.getDayOfWeek().getValue() - 1];
    }

    /** Public holidays of Russia: what is left on such a day. */
    static double holiday(LocalDate day, double left) {
        MonthDay date = MonthDay.from(day);
        return !date.isAfter(NEW_YEAR_END) || HOLIDAYS.contains(date) ? left : 1;
    }
}
