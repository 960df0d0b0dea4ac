package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Rounding;

/**
 * One line across the weeks and the months that end with the last day of a scorecard.
 *
 * @param item the line over the whole period of the scorecard: its name, unit, direction
 * @param planned whether the line is one of the scorecard; false where only a pair names it
 * @param weeks oldest first, {@link Courses#WEEKS} of them
 * @param months oldest first, {@link Courses#MONTHS} of them
 */
public record Course(ScorecardItem item, boolean planned, List<Point> weeks, List<Point> months) {
    /** Weeks that a report prints side by side. */
    public static final int WEEKS_PRINTED = 12;

    private static final int DIGITS = 3;
    private static final int DECIMALS_MAX = 2;

    public Course {
        weeks = List.copyOf(weeks);
        months = List.copyOf(months);
    }

    /**
     * One week or month. Values are unrounded in the unit of the indicator.
     *
     * @param to last day that is in; the period's own last day once it is over
     * @param actual of the days that are in
     * @param planToDate plan of the same days
     * @param plan of all its days
     * @param priorYear of all days one year before
     * @param forecast by run-rate, of a flow of which at least a quarter of the days is in; not applicable once it is over
     */
    public record Point(
            Period period, LocalDate to, Cell actual, Cell planToDate, Cell plan, Cell priorYear, Cell forecast) {

        /** Whether days of it are still to come. */
        public boolean isRunning() {
            return to.isBefore(period.endInclusive());
        }

        /** What it comes to: the actual once it is over, before that the forecast. */
        public Cell estimate() {
            return isRunning() ? forecast : actual;
        }
    }

    /** The last weeks, as many as a report prints. */
    public List<Point> weeksPrinted() {
        return weeks.subList(Math.max(0, weeks.size() - WEEKS_PRINTED), weeks.size());
    }

    /** The line by the rounding of its weeks: with so many decimals that three digits show, for a week is less than a quarter. */
    public ScorecardItem byWeek() {
        Rounding table = item.rounding();
        if (table.power() <= 0) {
            return item;
        }
        BigDecimal largest = weeks.stream()
                .flatMap(p -> p.actual().usable().stream())
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .movePointLeft(table.power());
        int before = Math.max(1, largest.precision() - largest.scale());
        int scale = Math.max(table.scale(), Math.min(DECIMALS_MAX, DIGITS - before));
        return item.printed(new Rounding(table.power(), scale));
    }

    /** Its points by weeks or by months. */
    public List<Point> by(Granularity granularity) {
        return granularity == Granularity.WEEK ? weeks : months;
    }
}
