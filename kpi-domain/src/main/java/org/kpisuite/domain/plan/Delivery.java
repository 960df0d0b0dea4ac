package org.kpisuite.domain.plan;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;

/**
 * How an indicator, or a measure of a gate, has been delivered of late.
 *
 * @param granularity of its periods; null where nothing ever came, and nothing says how often it should
 * @param periods whether there was a value in each of the last {@link #PERIODS} complete periods, oldest first
 */
public record Delivery(@Nullable Granularity granularity, List<Boolean> periods) {
    public static final int PERIODS = 8;

    /** Nothing, of nobody knows what length. */
    public static final Delivery NOTHING = new Delivery(null, Collections.nCopies(PERIODS, false));

    public Delivery {
        periods = List.copyOf(periods);
    }

    /** How many of the last so many periods had a value. */
    public long countOfLast(int count) {
        return periods.subList(Math.max(0, periods.size() - count), periods.size()).stream()
                .filter(v -> v)
                .count();
    }
}
