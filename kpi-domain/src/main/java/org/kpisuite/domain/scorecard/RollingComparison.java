package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Change;

/**
 * An item over a longer span that ends with the period: quarter or year to date against the same days a year before, the
 * last complete 4 or 12 periods against those before them.
 *
 * <p>Source: domain specification §3.3.
 *
 * @param plan phased to the same days; not applicable where no plan covers them
 */
public record RollingComparison(
        Span span, DayRange days, Cell actual, Cell plan, DayRange referenceDays, Cell reference, Change change) {

    /** Which span. */
    public enum Span {
        QTD,
        YTD,
        R4,
        R12,
        /** 53 weeks beside 52: the longer side without one of its weeks. */
        COMPARABLE
    }

    /** The first day that any of these comparisons may need, in whole months. */
    static LocalDate oldest(Period period) {
        return period.granularity() == Granularity.YEAR
                ? period.start()
                : period.start().minusYears(2).withDayOfMonth(1);
    }
}
