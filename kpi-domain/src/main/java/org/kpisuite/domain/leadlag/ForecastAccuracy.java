package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How good the forecasts of a pair were, held against what came. Source: domain specification §6.5.
 *
 * @param pair whose forecasts they are, as it is read now
 * @param forecasts newest period first
 */
public record ForecastAccuracy(PairReading pair, List<ToldForecast> forecasts) {
    public ForecastAccuracy {
        forecasts = List.copyOf(forecasts);
    }

    /** Those whose period is known by now. */
    public List<ToldForecast> scored() {
        return forecasts.stream().filter(f -> f.actual().isPresent()).toList();
    }

    /** How many came to lie in their band. */
    public long within() {
        return scored().stream().filter(f -> f.isWithin().orElseThrow()).count();
    }

    /** Mean of the absolute errors, in the unit of the indicator; empty before anything came. */
    public Optional<BigDecimal> error() {
        return mean(f -> f.error().orElseThrow());
    }

    /** The same of repeating the last value. */
    public Optional<BigDecimal> errorOfRepetition() {
        return mean(f -> f.errorOfRepetition().orElseThrow());
    }

    private Optional<BigDecimal> mean(Function<ToldForecast, BigDecimal> error) {
        List<ToldForecast> scored = scored();
        return scored.stream()
                .map(f -> error.apply(f).abs())
                .reduce(BigDecimal::add)
                .map(sum -> Decimals.divide(sum, BigDecimal.valueOf(scored.size())));
    }
}
