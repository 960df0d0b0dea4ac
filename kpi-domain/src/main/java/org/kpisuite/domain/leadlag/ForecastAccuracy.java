package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How good the forecasts of a pair, or those that people made of an indicator, were: held against what came. Source: domain
 * specification §6.5, §6.6.
 *
 * @param subject code of the pair or of the indicator
 * @param leading what foretells; empty where people do
 * @param lagging what is foretold, as it is read now
 * @param forecasts newest period first
 */
public record ForecastAccuracy(
        String subject, Optional<PairSide> leading, PairSide lagging, List<ToldForecast> forecasts) {
    public ForecastAccuracy {
        forecasts = List.copyOf(forecasts);
    }

    /** Those of a pair, with what came. */
    public static ForecastAccuracy of(PairReading pair, List<ToldForecast> told) {
        return new ForecastAccuracy(
                pair.pair().code(),
                Optional.of(pair.leading()),
                pair.lagging(),
                told.stream().map(f -> f.with(pair.lagging())).toList());
    }

    /** Those whose period is known by now. */
    public List<ToldForecast> scored() {
        return forecasts.stream().filter(f -> f.actual().isPresent()).toList();
    }

    /** How many came to lie in their band. */
    public long within() {
        return scored().stream().filter(f -> f.isWithin().orElse(false)).count();
    }

    /** Whether a band was told at all. */
    public boolean isBanded() {
        return forecasts.stream().anyMatch(f -> f.band().isPresent());
    }

    /** Mean of the absolute errors, in the unit of the indicator; empty before anything came. */
    public Optional<BigDecimal> error() {
        return mean(ToldForecast::error);
    }

    /** The same of repeating the last value; empty where it is not known of all of them. */
    public Optional<BigDecimal> errorOfRepetition() {
        return mean(ToldForecast::errorOfRepetition);
    }

    private Optional<BigDecimal> mean(Function<ToldForecast, Optional<BigDecimal>> error) {
        List<BigDecimal> errors = scored().stream()
                .flatMap(f -> error.apply(f).stream())
                .map(BigDecimal::abs)
                .toList();
        return errors.isEmpty() || errors.size() < scored().size()
                ? Optional.empty()
                : errors.stream()
                        .reduce(BigDecimal::add)
                        .map(sum -> Decimals.divide(sum, BigDecimal.valueOf(errors.size())));
    }
}
