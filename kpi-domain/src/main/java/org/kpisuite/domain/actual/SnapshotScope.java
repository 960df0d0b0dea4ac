package org.kpisuite.domain.actual;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;

/**
 * Of which actuals a file is all that its source knows: what is stored for them and missing in the file is deleted. A fact
 * lies in the scope if all of its period does.
 *
 * <p>Source: domain specification §8.6.
 *
 * @param units codes, each without those below it; empty where whoever sends the file says which unit it is of
 * @param measures codes
 * @param from first day; null for that of the file
 * @param to last day; null for that of the file
 */
public record SnapshotScope(
        Set<String> units,
        Set<String> measures,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public SnapshotScope {
        units = Set.copyOf(units);
        measures = Set.copyOf(measures);
    }

    /** This scope for a file of that unit. */
    SnapshotScope ofUnit(String unit) {
        return new SnapshotScope(Set.of(unit), measures, from, to);
    }

    /**
     * The days of the scope; empty where it has none.
     *
     * @param file from the first to the last day of which the file has actuals; empty where it has none
     */
    public Optional<DayRange> days(Optional<DayRange> file) {
        LocalDate first = from == null ? file.map(DayRange::start).orElse(null) : from;
        LocalDate last = to == null ? file.map(DayRange::endInclusive).orElse(null) : to;
        return first == null || last == null || last.isBefore(first)
                ? Optional.empty()
                : Optional.of(new DayRange(first, last));
    }
}
