package org.kpisuite.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Years of 52 or 53 whole weeks, in quarters of 13: {@code R2026-W53}, {@code R2026-P12}, {@code R2026-Q4},
 * {@code R2026}.
 *
 * <pre>
 *   LAST     the year ends on the last {@code endDow} in {@code endMonth}
 *   NEAREST  the year ends on the {@code endDow} nearest to the last day of {@code endMonth}, which may fall after it
 * </pre>
 * A 53rd week joins P12, and so Q4. Source: domain specification §3.1; National Retail Federation, 4-5-4 calendar.
 *
 * @param endDow weekday on which weeks and years end
 * @param endMonth last month of the year, 1 to 12
 * @param label after which civil year it is called
 */
public record RetailCalendar(DayOfWeek endDow, Rule rule, int endMonth, Pattern pattern, YearLabel label)
        implements Calendar {

    /** On which {@code endDow} the year ends. */
    public enum Rule {
        LAST,
        NEAREST
    }

    /** Weeks of the three periods of a quarter. */
    public enum Pattern {
        P445(4, 4, 5),
        P454(4, 5, 4),
        P544(5, 4, 4);

        private final int first;
        private final int second;
        private final int third;

        Pattern(int first, int second, int third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        /** Weeks before the period with that index in a year, 0 to 12. */
        private int weeksBefore(int index) {
            int inQuarter = index % 3 == 0 ? 0 : index % 3 == 1 ? first : first + second;
            return index / 3 * WEEKS_OF_QUARTER + inQuarter;
        }

        /** {@code 4-4-5}. */
        @Override
        public String toString() {
            return first + "-" + second + "-" + third;
        }
    }

    private static final int WEEKS_OF_QUARTER = 13;

    public RetailCalendar {
        if (endMonth < 1 || endMonth > 12) {
            throw new IllegalArgumentException("A retail year ends in a month from 1 to 12, not " + endMonth);
        }
    }

    /**
     * A calendar of its settings as text: {@code SATURDAY NEAREST 1 4-5-4 START_YEAR}; the label may be left out.
     *
     * @throws IllegalArgumentException which says what is expected
     */
    public static RetailCalendar parse(String text) {
        String[] words = text.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        try {
            if (words.length == 4 || words.length == 5) {
                return new RetailCalendar(
                        DayOfWeek.valueOf(words[0]),
                        Rule.valueOf(words[1]),
                        Integer.parseInt(words[2]),
                        Pattern.valueOf("P" + words[3].replace("-", "")),
                        words.length == 4 ? YearLabel.END_YEAR : YearLabel.valueOf(words[4]));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(expected(text), e);
        }
        throw new IllegalArgumentException(expected(text));
    }

    private static String expected(String text) {
        return "a retail calendar is a weekday, LAST or NEAREST, a month from 1 to 12, 4-4-5, 4-5-4 or 5-4-4, and"
                + " END_YEAR or START_YEAR, such as SATURDAY NEAREST 1 4-5-4 START_YEAR; but it is " + text;
    }

    @Override
    public CalendarKind kind() {
        return CalendarKind.RETAIL;
    }

    @Override
    public boolean has(Granularity granularity) {
        return granularity != Granularity.DAY;
    }

    /** Last day of the year whose last month lies in that civil year. */
    private LocalDate end(int endYear) {
        LocalDate last = LocalDate.of(endYear, endMonth, 1).with(TemporalAdjusters.lastDayOfMonth());
        LocalDate reach = rule == Rule.LAST ? last : last.plusDays(3);
        return reach.with(TemporalAdjusters.previousOrSame(endDow));
    }

    private LocalDate firstDayOfYear(int year) {
        return end(label.endYear(year, endMonth) - 1).plusDays(1);
    }

    /** Whole weeks of a year, 52 or 53. */
    public int weeks(int year) {
        return (int) ChronoUnit.WEEKS.between(firstDayOfYear(year), firstDayOfYear(year + 1));
    }

    private int yearOf(LocalDate day) {
        int endYear = Stream.of(day.getYear() - 1, day.getYear())
                .filter(y -> !day.isAfter(end(y)))
                .findFirst()
                .orElse(day.getYear() + 1);
        return label.of(endYear, endMonth);
    }

    private int weekOf(LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(firstDayOfYear(yearOf(day)), day);
    }

    private static int count(Granularity granularity) {
        return switch (granularity) {
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
            default -> throw new IllegalArgumentException("RETAIL has no fixed count of " + granularity);
        };
    }

    private int weeksBefore(Granularity granularity, int number) {
        return granularity == Granularity.WEEK
                ? number - 1
                : pattern.weeksBefore((number - 1) * 12 / count(granularity));
    }

    @Override
    public LocalDate firstDay(Granularity granularity, LocalDate day) {
        return firstDayOfYear(yearOf(day)).plusWeeks(weeksBefore(granularity, number(granularity, day)));
    }

    @Override
    public LocalDate plus(Granularity granularity, LocalDate start, int steps) {
        if (granularity == Granularity.WEEK) {
            return start.plusWeeks(steps);
        }
        int count = count(granularity);
        int moved = yearOf(start) * count + number(granularity, start) - 1 + steps;
        return start(granularity, Math.floorDiv(moved, count), Math.floorMod(moved, count) + 1)
                .orElseThrow();
    }

    @Override
    public int year(Granularity granularity, LocalDate start) {
        return yearOf(start);
    }

    @Override
    public int number(Granularity granularity, LocalDate start) {
        int week = weekOf(start);
        if (granularity == Granularity.WEEK) {
            return week + 1;
        }
        int number = count(granularity);
        while (weeksBefore(granularity, number) > week) {
            number--;
        }
        return number;
    }

    @Override
    public Optional<LocalDate> start(Granularity granularity, int year, int number) {
        int last = granularity == Granularity.WEEK ? weeks(year) : count(granularity);
        return number < 1 || number > last
                ? Optional.empty()
                : Optional.of(firstDayOfYear(year).plusWeeks(weeksBefore(granularity, number)));
    }

    @Override
    public String code(Granularity granularity, LocalDate start) {
        int year = yearOf(start);
        int number = number(granularity, start);
        return switch (granularity) {
            case WEEK -> String.format(Locale.ROOT, "R%04d-W%02d", year, number);
            case MONTH -> String.format(Locale.ROOT, "R%04d-P%02d", year, number);
            case QUARTER -> String.format(Locale.ROOT, "R%04d-Q%d", year, number);
            default -> String.format(Locale.ROOT, "R%04d", year);
        };
    }

    /** {@code SA01N454S}: Saturday nearest to the end of January, 4-5-4, called after the year in which it starts. */
    @Override
    public String rules() {
        return String.format(
                Locale.ROOT,
                "%s%02d%s%s%s",
                endDow.name().substring(0, 2),
                endMonth,
                rule.name().substring(0, 1),
                pattern.name().substring(1),
                label.name().substring(0, 1));
    }

    /** The settings as text, which {@link #parse} reads. */
    @Override
    public String toString() {
        return endDow + " " + rule + " " + endMonth + " " + pattern + " " + label;
    }
}
