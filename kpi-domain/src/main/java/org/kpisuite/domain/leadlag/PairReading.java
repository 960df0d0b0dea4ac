package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.quantity.Decimals;

/**
 * A declared pair of one unit as it was known at an instant: both series, what the test says of them, what it foretells,
 * and the signals of all periods. Source: domain specification §6.
 *
 * @param signals oldest first; see {@link #signalsNow()} for those that still speak
 * @param latestChange of the leading indicator in its last period against its reference, a fraction; empty without one
 */
public record PairReading(
        Pair pair,
        PairSide leading,
        PairSide lagging,
        LeadLagAnalysis analysis,
        Forecast forecast,
        List<Signal> signals,
        Optional<BigDecimal> latestChange) {
    public PairReading {
        signals = List.copyOf(signals);
    }

    /** Tests a pair and looks for its signals; its references are the prior year, by that rule, or the period before. */
    public static PairReading of(Pair pair, PairSide leading, PairSide lagging, Comparisons comparisons) {
        LeadLagAnalysis analysis = LeadLagAnalysis.of(LagTerms.of(pair), leading.series(), lagging.series());
        Forecast forecast = forecast(analysis, leading.series(), lagging.series());
        int effect = leading.effect() * lagging.effect();
        double elasticity = elasticity(analysis, forecast)
                .map(b -> effect * b.doubleValue())
                .orElse(1.0);
        Function<Period, Optional<Period>> reference =
                pair.seasonal() ? comparisons::priorYear : p -> Optional.of(p.previous());
        SignalScan.Terms terms = new SignalScan.Terms(pair.code(), analysis.lag(), elasticity, reference);
        SignalScan scan = new SignalScan(terms, leading, lagging);
        return new PairReading(
                pair,
                leading,
                lagging,
                analysis,
                forecast,
                effect == pair.expectedSign() ? scan.signals() : List.of(),
                scan.latestChange());
    }

    private static Forecast forecast(LeadLagAnalysis analysis, LagSeries leading, LagSeries lagging) {
        if (!analysis.isConfirmed()) {
            return Forecast.none(Forecast.Withheld.NOT_CONFIRMED);
        }
        Transform transform = analysis.transform();
        if (transform.again()) {
            return Forecast.none(Forecast.Withheld.TWICE_DIFFERENCED);
        }
        AlignedSeries aligned = AlignedSeries.of(leading, lagging);
        return new Forecaster(aligned, Math.max(1, transform.season()), analysis.lag()).forecast();
    }

    /**
     * The same on a day by which the lagging indicator should be in up to a period: of a promise that is due by then and of
     * which nothing was delivered, it is told since when.
     */
    public PairReading expectedUpTo(Period period) {
        NavigableMap<Period, BigDecimal> known = lagging.series().values();
        if (known.isEmpty()) {
            return this;
        }
        List<Signal> told = signals.stream()
                .map(s -> s.kind() == Signal.Kind.NOT_YET && s.due().compareTo(period) <= 0
                        ? s.silentSince(known.lastKey())
                        : s)
                .toList();
        return new PairReading(pair, leading, lagging, analysis, forecast, told, latestChange);
    }

    /** Whether a signal still speaks: the lagging indicator is not known beyond the period in which it is due. */
    boolean isCurrent(Signal signal) {
        NavigableMap<Period, BigDecimal> known = lagging.series().values();
        return !known.isEmpty() && signal.isCurrent(known.lastKey());
    }

    /** Whether the declared sign goes with what is better on either side; where it does not, no promise can be told. */
    public boolean isSignOfDirections() {
        return leading.effect() * lagging.effect() == pair.expectedSign();
    }

    /** The signals that still speak: promises that are open, and what the last known period came to. The most urgent first. */
    public List<Signal> signalsNow() {
        return signals.stream()
                .filter(this::isCurrent)
                .sorted(Signal.MOST_URGENT_FIRST)
                .toList();
    }

    /** The same as sentences. */
    public List<SignalText> signalTexts() {
        return signalsNow().stream().map(this::text).toList();
    }

    /** One of its signals as a sentence. */
    public SignalText text(Signal signal) {
        return new SignalText(signal, leading.named(), lagging.named());
    }

    /**
     * What percentage of the lagging indicator goes with one percent of the leading one (of its odds where it is a share);
     * empty without a model, and where a side is not transformed, for then the slope has a unit.
     */
    public Optional<BigDecimal> elasticity() {
        return elasticity(analysis, forecast);
    }

    private static Optional<BigDecimal> elasticity(LeadLagAnalysis analysis, Forecast forecast) {
        return forecast.model().map(Forecast.Model::slope).filter(b -> analysis.transform()
                .isElastic());
    }

    /**
     * What change of the lagging indicator went with a change of the leading one, both as ratios to their usual level; empty
     * without a confirmed link of logarithms, and beyond what was observed of the leading one (§6.8).
     */
    public Optional<BigDecimal> following(BigDecimal ratio) {
        return isObserved(ratio) ? percentSlope().map(b -> power(ratio, b.doubleValue())) : Optional.empty();
    }

    /** The other way round: what change of the leading one a change of the lagging one went with. */
    public Optional<BigDecimal> preceding(BigDecimal ratio) {
        return percentSlope()
                .filter(b -> b.signum() != 0 && ratio.signum() > 0)
                .map(b -> power(ratio, 1 / b.doubleValue()))
                .filter(this::isObserved);
    }

    private Optional<BigDecimal> percentSlope() {
        return elasticity()
                .filter(b -> forecast.isShown()
                        && analysis.transform().leading() == Scale.LOG
                        && analysis.transform().lagging() == Scale.LOG);
    }

    private boolean isObserved(BigDecimal ratio) {
        List<BigDecimal> recent = leading.series().current().descendingMap().values().stream()
                .limit(Math.max(1, LagTerms.of(pair).season()))
                .toList();
        if (ratio.signum() <= 0 || recent.isEmpty() || forecast.model().isEmpty()) {
            return false;
        }
        BigDecimal usual = Decimals.divide(
                recent.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(recent.size()));
        BigDecimal level = usual.multiply(ratio);
        Forecast.Model model = forecast.model().get();
        return level.compareTo(model.xLow()) >= 0 && level.compareTo(model.xHigh()) <= 0;
    }

    private static BigDecimal power(BigDecimal ratio, double exponent) {
        return BigDecimal.valueOf(Math.pow(ratio.doubleValue(), exponent));
    }

    /** What is foretold of the lagging indicator for a period; empty where nothing is. */
    public Optional<BigDecimal> foretold(Period period) {
        return forecast.points().stream()
                .filter(p -> p.period().equals(period))
                .map(Forecast.Point::value)
                .findFirst();
    }

    /** What repeating would say of a period: the last value that is known, or that of the season before. */
    BigDecimal repeated(Period period) {
        NavigableMap<Period, BigDecimal> known = lagging.series().values();
        int season = analysis.transform().season();
        return season == 0 ? known.lastEntry().getValue() : known.get(period.plus(-season));
    }
}
