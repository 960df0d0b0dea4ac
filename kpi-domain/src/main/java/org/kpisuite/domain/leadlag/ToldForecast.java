package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * A forecast as it was told, and what came.
 *
 * @param period that it is of
 * @param madeFrom last period that was known
 * @param method {@link #MODEL}
 * @param repeated what repeating the last value, or that of the season before, would have said
 * @param actual what came; empty while it has not
 */
public record ToldForecast(
        String unit,
        String pair,
        Period period,
        Period madeFrom,
        Instant madeAt,
        String method,
        int lag,
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        BigDecimal repeated,
        Optional<BigDecimal> actual) {
    /** By the regression of a confirmed pair. */
    public static final String MODEL = "MODEL";

    /** All that a reading foretells now. */
    public static List<ToldForecast> of(String unit, PairReading reading, Instant now) {
        if (!reading.forecast().isShown()) {
            return List.of();
        }
        Period last = reading.lagging().series().values().lastKey();
        return reading.forecast().points().stream()
                .map(p -> new ToldForecast(
                        unit,
                        reading.pair().code(),
                        p.period(),
                        last,
                        now,
                        MODEL,
                        reading.analysis().lag(),
                        p.value(),
                        p.low(),
                        p.high(),
                        reading.repeated(p.period()),
                        Optional.empty()))
                .toList();
    }

    /** The same with what came, if it is known. */
    public ToldForecast with(PairReading reading) {
        return new ToldForecast(
                unit,
                pair,
                period,
                madeFrom,
                madeAt,
                method,
                lag,
                value,
                low,
                high,
                repeated,
                Optional.ofNullable(reading.lagging().series().values().get(period)));
    }

    /** Forecast less actual. */
    public Optional<BigDecimal> error() {
        return actual.map(value::subtract);
    }

    /** What repetition would have been off by. */
    public Optional<BigDecimal> errorOfRepetition() {
        return actual.map(repeated::subtract);
    }

    /** Whether what came lies in the band of 80 %. */
    public Optional<Boolean> isWithin() {
        return actual.map(a -> a.compareTo(low) >= 0 && a.compareTo(high) <= 0);
    }
}
