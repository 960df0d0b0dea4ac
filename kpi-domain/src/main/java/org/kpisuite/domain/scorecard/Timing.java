package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;

/**
 * When a scorecard is made, and of which days.
 *
 * @param trend the periods of every trend, oldest first, the scored one last
 * @param elapsed the days of the scored period that data are in for
 * @param lastDay last day that is over, possibly long after the period
 */
record Timing(List<Period> trend, DayRange elapsed, LocalDate lastDay, CompanyRules rules) {
    Period period() {
        return trend.get(trend.size() - 1);
    }

    WorkingDays workingDays() {
        return rules.workingDays();
    }

    /** The days of the prior year of a period, by the rule of the company; empty where it has none. */
    Optional<DayRange> priorYear(Period of) {
        return rules.comparisons().priorYearDays(of);
    }

    /** The whole of other days, or as much of them as some days are of this period while it runs. */
    DayRange same(DayRange other, DayRange compared) {
        return isWhole() ? other : Comparisons.sameElapsed(period(), compared, other);
    }

    /** How many working days more than those that these are compared with; empty if it matters not. */
    Optional<Long> workingDaysTo(Optional<DayRange> other) {
        return other.map(o -> Comparisons.sameElapsed(period(), elapsed, o))
                .flatMap(o -> rules.workingDays().workingDaysDifference(elapsed, o));
    }

    /** Whether the period is over, so that everything is compared whole. */
    boolean isWhole() {
        return elapsed.equals(period().days());
    }
}
