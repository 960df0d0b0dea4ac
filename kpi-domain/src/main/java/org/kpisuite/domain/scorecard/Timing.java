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
record Timing(List<Period> trend, DayRange elapsed, LocalDate lastDay, WorkingDays workingDays) {
    Period period() {
        return trend.get(trend.size() - 1);
    }

    /** How many working days more than the days of another period that these are compared with; empty if it matters not. */
    Optional<Long> workingDaysTo(Optional<Period> other) {
        return other.map(o -> Comparisons.sameDays(period(), elapsed, o.days()))
                .flatMap(o -> workingDays.workingDaysDifference(elapsed, o));
    }

    /** Whether the period is over, so that everything is compared whole. */
    boolean isWhole() {
        return elapsed.equals(period().days());
    }
}
