package org.kpisuite.domain.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Completeness;

/**
 * How one feed stands on a day.
 *
 * @param dims dimensions of a slice that never came at all; empty for the measure as a whole
 * @param source code of the source that owes it
 * @param granularity of the periods in which it is expected
 * @param lagDays working days after a period until it is due
 * @param need by a plan in force; null where the department delivers it without one
 * @param completeness periods that are in, of those that are over
 * @param missing periods that are over and not in, the oldest first, at most {@link #MISSING_MAX}
 * @param dueOn the day by which the oldest missing period was or is due; where none is missing, the next one
 * @param last what came last; null if nothing ever came
 */
public record FeedStatus(
        String unit,
        String measure,
        String dims,
        String source,
        Granularity granularity,
        int lagDays,
        FeedState state,
        @Nullable Need need,
        Completeness completeness,
        List<Period> missing,
        LocalDate dueOn,
        @Nullable Coverage last) {
    /** Missing periods that are named one by one. */
    public static final int MISSING_MAX = 10;

    public FeedStatus {
        missing = List.copyOf(missing);
    }

    public long missingCount() {
        return completeness.expected() - completeness.have();
    }

    /** Days after the due day, 0 if it is not late. */
    public long daysLate(LocalDate today) {
        return state == FeedState.LATE ? dueOn.until(today, java.time.temporal.ChronoUnit.DAYS) : 0;
    }

    public Optional<Coverage> delivered() {
        return Optional.ofNullable(last);
    }

    public Optional<Need> planned() {
        return Optional.ofNullable(need);
    }
}
