package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Delivery;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.Plan;

/**
 * Which periods of the past a draft is held against. Source: domain specification §1.5, §4.7.
 *
 * @param planned the quarter of the draft
 * @param today the first day that is not over
 */
public record PlanPast(Period planned, LocalDate today) {
    /** Two years of changes from month to month. */
    private static final int MONTHS = 25;

    /** How long the recent past is by which it is told how often something comes. */
    private static final int LATE_QUARTERS = 4;

    /** The eight quarters before the planned one, none of them later than the last that is over; oldest first. */
    List<Period> quarters() {
        return endingWith(last(), History.LENGTH);
    }

    /** Those of them that make the recent average. */
    List<Period> recent() {
        return endingWith(last(), History.RECENT);
    }

    /** The latest of them. */
    public Period last() {
        Period over = Period.of(planned.calendar(), Granularity.QUARTER, today).previous();
        return planned.previous().start().isAfter(over.start()) ? over : planned.previous();
    }

    /** The last complete periods before today and before the end of the planned quarter, oldest first. */
    List<Period> periods(Granularity granularity) {
        return endingWith(lastComplete(granularity), Delivery.PERIODS);
    }

    /** The last complete months, oldest first. */
    List<Period> months() {
        return endingWith(lastComplete(Granularity.MONTH), MONTHS);
    }

    private Period lastComplete(Granularity granularity) {
        Period at = Period.of(planned.calendar(), granularity, lastDay());
        return at.endInclusive().isAfter(lastDay()) ? at.previous() : at;
    }

    /** The last day that is over, or that of the planned quarter if it is over itself. */
    private LocalDate lastDay() {
        LocalDate yesterday = today.minusDays(1);
        return yesterday.isBefore(planned.endInclusive()) ? yesterday : planned.endInclusive();
    }

    private static List<Period> endingWith(Period last, int count) {
        return IntStream.rangeClosed(1 - count, 0).mapToObj(last::plus).toList();
    }

    /** The days by which it is told how often something comes. */
    DayRange late() {
        Period last = Period.of(planned.calendar(), Granularity.QUARTER, lastDay());
        return new DayRange(last.plus(-LATE_QUARTERS).start(), lastDay());
    }

    /** All days that anything is asked of. */
    DayRange ever() {
        return new DayRange(periods(Granularity.YEAR).get(0).start(), lastDay());
    }

    /** What must be read for the items of a draft to be worked out over all of this. */
    public FactNeeds needs(Definitions definitions, Plan draft, CompanyRules rules) {
        FactNeeds quarters = FactNeeds.of(definitions, List.of(draft), last(), last().endInclusive(), rules);
        LocalDate first = ever().start();
        LocalDate start = first.isBefore(quarters.whole().start())
                ? first
                : quarters.whole().start();
        List<DayRange> byDay = new ArrayList<>(quarters.byDay());
        byDay.add(new DayRange(periods(Granularity.WEEK).get(0).start(), lastDay()));
        return new FactNeeds(quarters.formulas(), new DayRange(start, lastDay()), byDay);
    }
}
