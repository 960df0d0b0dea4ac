package org.kpisuite.domain.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.kpisuite.domain.calendar.Period;

/**
 * What one source delivered of one base measure of one department, in periods of one kind.
 *
 * @param latest the last period that has data
 * @param starts first days of all periods that have data, in the days that were looked through
 * @param receivedAt when the import came that brought the latest period
 * @param importId number of that import
 */
public record Coverage(
        String unit,
        String measure,
        String source,
        Period latest,
        Set<LocalDate> starts,
        Instant receivedAt,
        long importId) {
    public Coverage {
        starts = Set.copyOf(starts);
    }

    /** How many days its periods have altogether, counted by the length of the latest. */
    long days() {
        return starts.size() * latest.days().days();
    }

    boolean has(Period period) {
        return period.granularity() == latest.granularity() && starts.contains(period.start());
    }

    /** Whether the period lies in a longer one that has data: its total is then in. */
    boolean encloses(Period period) {
        if (!latest.granularity().isCoarserThan(period.granularity())) {
            return false;
        }
        Period around = Period.of(latest.calendar(), latest.granularity(), period.start());
        return starts.contains(around.start()) && around.days().encloses(period.days());
    }
}
