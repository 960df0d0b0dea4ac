package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * A forecast as it was told, and what came. Source: domain specification §6.5, §6.6.
 *
 * @param subject code of the pair that foretells, or of the indicator that somebody foretells
 * @param period that it is of
 * @param madeFrom last period that was known, or over
 * @param method {@link #MODEL} or {@link #MANUAL}
 * @param lag periods from the last known one on that it was made for at most
 * @param band between which it was to come with 80 %; empty where nobody said so
 * @param repeated what repeating the last value, or that of the season before, would have said; empty where there was none
 * @param author login; empty for a model
 * @param actual what came; empty while it has not
 */
public record ToldForecast(
        String unit,
        String subject,
        Period period,
        Period madeFrom,
        Instant madeAt,
        String method,
        int lag,
        BigDecimal value,
        Optional<Band> band,
        Optional<BigDecimal> repeated,
        Optional<String> author,
        Optional<BigDecimal> actual) {
    /** By the regression of a confirmed pair. */
    public static final String MODEL = "MODEL";

    /** By somebody, under their name. */
    public static final String MANUAL = "MANUAL";

    /** From a low to a high value. */
    public record Band(BigDecimal low, BigDecimal high) {}

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
                        Optional.of(new Band(p.low(), p.high())),
                        Optional.of(reading.repeated(p.period())),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    /** The same with what came, if it is known. */
    public ToldForecast with(PairSide side) {
        return new ToldForecast(
                unit,
                subject,
                period,
                madeFrom,
                madeAt,
                method,
                lag,
                value,
                band,
                repeated,
                author,
                Optional.ofNullable(side.series().values().get(period)));
    }

    /** Forecast less actual. */
    public Optional<BigDecimal> error() {
        return actual.map(value::subtract);
    }

    /** What repetition would have been off by. */
    public Optional<BigDecimal> errorOfRepetition() {
        return actual.flatMap(a -> repeated.map(r -> r.subtract(a)));
    }

    /** Whether what came lies in the band of 80 %; empty without one, and before anything came. */
    public Optional<Boolean> isWithin() {
        return actual.flatMap(a -> band.map(b -> a.compareTo(b.low) >= 0 && a.compareTo(b.high) <= 0));
    }
}
