package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;

/**
 * A file with one row an event (a purchase, a call), and the measures that are counted of it.
 *
 * @param unit code of the one unit of all rows; null where a column says it
 * @param unitColumn column with the unit's code; null where it is constant
 * @param dateColumn column with the day of the event
 * @param datePattern of that column, such as {@code yyyyMMdd}
 * @param dims dimension to column
 */
public record EventForm(
        @Nullable String unit,
        @Nullable String unitColumn,
        String dateColumn,
        String datePattern,
        Map<String, String> dims,
        List<EventMeasure> measures) {

    public EventForm {
        dims = Map.copyOf(dims);
        measures = List.copyOf(measures);
        if ((unit == null) == (unitColumn == null)) {
            throw new IllegalArgumentException("either one unit or a column of units");
        }
    }

    /** How many, how many different ones, or how much. */
    public enum Aggregate {
        COUNT,
        COUNT_DISTINCT,
        SUM
    }

    /**
     * One measure of an event file.
     *
     * @param column that is summed or whose different values are counted; null for COUNT
     * @param filters that an event must pass, all of them
     * @param granularities of the facts made; a distinct count must be made for each that is wanted, it never adds up
     */
    public record EventMeasure(
            String measure,
            Aggregate aggregate,
            @Nullable String column,
            List<EventFilter> filters,
            Set<Granularity> granularities) {

        public EventMeasure {
            filters = List.copyOf(filters);
            granularities = Set.copyOf(granularities);
            if ((column == null) != (aggregate == Aggregate.COUNT)) {
                throw new IllegalArgumentException(aggregate + " of " + column);
            }
        }
    }

    /**
     * Which events count.
     *
     * @param exclude the events with these values do not count, instead of only these
     */
    public record EventFilter(String column, Set<String> values, boolean exclude) {
        public EventFilter {
            values = Set.copyOf(values);
        }

        public boolean passes(String value) {
            return values.contains(value) != exclude;
        }
    }
}
