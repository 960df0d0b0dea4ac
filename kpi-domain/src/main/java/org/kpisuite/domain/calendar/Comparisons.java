package org.kpisuite.domain.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What a period is compared with: the period before, the prior year, and both to date.
 *
 * <p>Source: domain specification §3.3.
 *
 * @param weeks how weeks and retail periods find their prior year
 * @param days how days do
 */
public record Comparisons(WeekRule weeks, DayRule days) {
    /** Weeks by their number, days by their weekday. */
    public static final Comparisons STANDARD = new Comparisons(WeekRule.NON_RESTATED, DayRule.SAME_WEEKDAY);

    /** Weeks and retail periods by the days 52 weeks before. */
    public static final Comparisons RESTATED = new Comparisons(WeekRule.RESTATED, DayRule.SAME_WEEKDAY);

    /** Days by their date. */
    public static final Comparisons SAME_DATE = new Comparisons(WeekRule.NON_RESTATED, DayRule.SAME_DATE);

    /** What {@link #named} knows, in words. */
    public static final String NAMES = "STANDARD, RESTATED or SAME_DATE";

    /** 52 whole weeks. */
    private static final int YEAR_OF_WEEKS = 364;

    /** How weeks and retail periods find their prior year. */
    public enum WeekRule {
        /** By the same number; week 53 has none where the year before had 52. */
        NON_RESTATED,
        /** By the same days 364 days before, whatever they were numbered then. */
        RESTATED
    }

    /** How days find their prior year. */
    public enum DayRule {
        /** 364 days before. */
        SAME_WEEKDAY,
        /** The same date; of 29 February the 28th. */
        SAME_DATE
    }

    /** Days, and those that they are compared with; empty where there are none. */
    public record Sides(DayRange current, Optional<DayRange> comparison) {}

    /** By one of the {@link #NAMES}, in whatever case; empty for any other. */
    public static Optional<Comparisons> named(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT).replace('-', '_')) {
            case "STANDARD", "NON_RESTATED" -> Optional.of(STANDARD);
            case "RESTATED" -> Optional.of(RESTATED);
            case "SAME_DATE" -> Optional.of(SAME_DATE);
            default -> Optional.empty();
        };
    }

    /** The name of the rule that makes a difference. */
    public String name() {
        if (weeks == WeekRule.RESTATED) {
            return weeks.name();
        }
        return days == DayRule.SAME_DATE ? days.name() : "STANDARD";
    }

    /** PP. */
    public Period previous(Period period) {
        return period.previous();
    }

    /**
     * PY as a period: the same number one year before, a day by its rule, a restated week 364 days before. Empty for
     * week 53 after a year of 52, and for restated retail periods longer than a week, which need not be periods: those
     * are {@link #priorYearDays}.
     */
    public Optional<Period> priorYear(Period period) {
        if (period.granularity() == Granularity.DAY && days == DayRule.SAME_DATE) {
            return Optional.of(Period.day(period.start().minusYears(1)));
        }
        if (!isRestated(period)) {
            return period.priorYear();
        }
        return period.granularity() == Granularity.WEEK
                ? Optional.of(period.plus(-YEAR_OF_WEEKS / 7))
                : Optional.empty();
    }

    private boolean isRestated(Period period) {
        boolean ofWeeks =
                period.granularity() == Granularity.WEEK || period.calendar().kind() == CalendarKind.RETAIL;
        return weeks == WeekRule.RESTATED && ofWeeks;
    }

    /** The days of PY; restated: those of the period, 364 days before. */
    public Optional<DayRange> priorYearDays(Period period) {
        return isRestated(period)
                ? Optional.of(new DayRange(
                        period.start().minusDays(YEAR_OF_WEEKS),
                        period.endInclusive().minusDays(YEAR_OF_WEEKS)))
                : priorYear(period).map(Period::days);
    }

    /**
     * QTD, YTD, or any period to date: its days up to that one, beside as many first days of the prior year; whole months
     * beside whole months, a whole period beside a whole one.
     *
     * @param whole the quarter or year, civil, fiscal or retail
     */
    public Sides toDate(Period whole, LocalDate lastDay) {
        DayRange current = whole.days().upTo(lastDay);
        return new Sides(current, priorYearDays(whole).map(prior -> sameDays(whole, current, prior)));
    }

    /**
     * What is compared of another range while a period runs: as many days as have elapsed; of retail periods of unlike
     * length, such as six weeks after four, the same share.
     */
    public static DayRange sameElapsed(Period whole, DayRange elapsed, DayRange other) {
        boolean weeks =
                whole.calendar().kind() == CalendarKind.RETAIL && whole.days().days() != other.days();
        return weeks ? sameShare(whole, elapsed, other) : sameDays(whole, elapsed, other);
    }

    /**
     * As many first days of another range as have elapsed of a period; all of it once all have. Where these are whole civil
     * months, as many whole months: what is delivered by month is compared by month, and the leap day stands beside 28
     * February.
     */
    static DayRange sameDays(Period whole, DayRange elapsed, DayRange other) {
        if (elapsed.equals(whole.days())) {
            return other;
        }
        boolean months = !elapsed.isEmpty()
                && elapsed.start().getDayOfMonth() == 1
                && other.start().getDayOfMonth() == 1
                && isMonthEnd(elapsed.endInclusive());
        if (!months) {
            return other.first(elapsed.days());
        }
        long count = ChronoUnit.MONTHS.between(
                elapsed.start(), elapsed.endInclusive().plusDays(1));
        return other.upTo(other.start().plusMonths(count).minusDays(1));
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.plusDays(1).getDayOfMonth() == 1;
    }

    /**
     * The first days of another range that are the same share of it as the elapsed ones are of their period, to the
     * nearest day.
     */
    static DayRange sameShare(Period whole, DayRange elapsed, DayRange other) {
        BigDecimal days = BigDecimal.valueOf(elapsed.days() * other.days())
                .divide(BigDecimal.valueOf(whole.days().days()), Decimals.EXACT)
                .setScale(0, RoundingMode.HALF_UP);
        return other.first(days.longValueExact());
    }

    /**
     * R4, R12: the latest complete periods, the oldest first, and as many before them.
     *
     * @param periods 4 weeks or quarters, 12 months
     */
    public record Rolling(List<Period> periods, List<Period> before) {
        public DayRange days() {
            return span(periods);
        }

        public DayRange daysBefore() {
            return span(before);
        }

        private static DayRange span(List<Period> periods) {
            return new DayRange(
                    periods.get(0).start(), periods.get(periods.size() - 1).endInclusive());
        }
    }

    /**
     * The rolling periods that end with the latest one complete on a day; empty for days and years, which do not roll.
     *
     * @param running a period of the length that rolls, of any time
     * @param lastDay last day with data
     */
    public static Optional<Rolling> rolling(Period running, LocalDate lastDay) {
        int count =
                switch (running.granularity()) {
                    case WEEK, QUARTER -> 4;
                    case MONTH -> 12;
                    case DAY, YEAR -> 0;
                };
        if (count == 0) {
            return Optional.empty();
        }
        Period last = Period.of(running.calendar(), running.granularity(), lastDay.plusDays(1))
                .previous();
        return Optional.of(new Rolling(upTo(last, count), upTo(last.plus(-count), count)));
    }

    private static List<Period> upTo(Period last, int count) {
        return IntStream.rangeClosed(1 - count, 0).mapToObj(last::plus).toList();
    }

    /**
     * The comparable sides of two retail periods of which one is a week longer: 53 weeks against 52. Restated, the longer
     * one goes without its first week, else without its last. Empty where both are of one length, or not retail; then the
     * reported sides, {@link #priorYear}, are comparable as they are.
     */
    public Optional<Sides> comparable(Period period) {
        if (period.calendar().kind() != CalendarKind.RETAIL || period.granularity() == Granularity.WEEK) {
            return Optional.empty();
        }
        return period.priorYear().map(Period::days).flatMap(prior -> {
            DayRange own = period.days();
            if (own.days() == prior.days()) {
                return Optional.empty();
            }
            return Optional.of(
                    own.days() > prior.days()
                            ? new Sides(withoutWeek(own), Optional.of(prior))
                            : new Sides(own, Optional.of(withoutWeek(prior))));
        });
    }

    private DayRange withoutWeek(DayRange longer) {
        return weeks == WeekRule.RESTATED
                ? new DayRange(longer.start().plusWeeks(1), longer.endInclusive())
                : new DayRange(longer.start(), longer.endInclusive().minusWeeks(1));
    }
}
