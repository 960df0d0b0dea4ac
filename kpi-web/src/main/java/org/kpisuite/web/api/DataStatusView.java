package org.kpisuite.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.feed.Coverage;
import org.kpisuite.domain.feed.FeedStatus;
import org.kpisuite.domain.feed.Need;
import org.kpisuite.ejb.feed.OwedFeed;

/**
 * A feed as sent: one base measure of one department, what of it is in and who owes the rest.
 *
 * @param dims of a slice that never came; empty for the measure as a whole
 * @param source that owes it
 * @param granularity of the periods in which it is expected
 * @param dueDays working days after a period until it is due
 * @param state LATE, DUE or IN
 * @param planned whether a plan in force needs it
 * @param item of that plan; null where none needs it
 * @param dueOn of the oldest missing period, else of the next one
 * @param daysLate days after that, 0 where it is not late
 * @param expected periods that are over
 * @param delivered of those, periods that are in
 * @param missing codes of the oldest missing ones, at most ten
 * @param missingTotal how many are missing
 * @param last what came last; null where nothing ever did
 * @param owedBy who answers for the data, else the heads of the department; empty if nobody can be named
 */
public record DataStatusView(
        String unit,
        String measure,
        Map<String, String> dims,
        String source,
        String granularity,
        int dueDays,
        String state,
        boolean planned,
        @Nullable String item,
        String dueOn,
        long daysLate,
        long expected,
        long delivered,
        String completeness,
        List<String> missing,
        long missingTotal,
        @Nullable LastView last,
        String owedBy) {

    /** The latest period that has data, from whom and with which import. */
    public record LastView(String period, String source, String receivedAt, long importId) {
        static LastView of(Coverage coverage) {
            return new LastView(
                    coverage.latest().code(),
                    coverage.source(),
                    coverage.receivedAt().toString(),
                    coverage.importId());
        }
    }

    static DataStatusView of(OwedFeed owed, LocalDate today) {
        FeedStatus status = owed.status();
        Optional<Need> need = status.planned();
        return new DataStatusView(
                status.unit(),
                status.measure(),
                Dimensions.parse(status.dims()),
                status.source(),
                status.granularity().name(),
                status.lagDays(),
                status.state().name(),
                need.isPresent(),
                need.map(Need::item).orElse(null),
                status.dueOn().toString(),
                status.daysLate(today),
                status.completeness().expected(),
                status.completeness().have(),
                Numbers.text(status.completeness().share()),
                status.missing().stream().map(Period::code).toList(),
                status.missingCount(),
                status.delivered().map(LastView::of).orElse(null),
                owed.owedBy());
    }
}
