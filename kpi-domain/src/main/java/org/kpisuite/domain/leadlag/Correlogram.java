package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Period;

/**
 * Two whitened series and how they go together at every lag −K..K.
 *
 * @param points in the order of the calendar, without a gap; what is missing there is empty
 * @param lags from −K to K
 * @param band |r| that only one in twenty largest correlations at lags 0..K goes beyond where there is no link
 */
public record Correlogram(List<WhitenedPoint> points, List<LagCorrelation> lags, BigDecimal band) {
    public Correlogram {
        points = List.copyOf(points);
        lags = List.copyOf(lags);
    }

    /**
     * What is left of both series in a period after their past was taken out; empty where a value that it needs is missing.
     */
    public record WhitenedPoint(Period period, Optional<BigDecimal> leading, Optional<BigDecimal> lagging) {}

    static Correlogram of(List<Period> periods, CrossCorrelation series, int lagMax, double band) {
        List<WhitenedPoint> points = new ArrayList<>();
        for (int t = 0; t < periods.size(); t++) {
            points.add(new WhitenedPoint(periods.get(t), exact(series.leading()[t]), exact(series.lagging()[t])));
        }
        return new Correlogram(
                points,
                IntStream.rangeClosed(-lagMax, lagMax)
                        .mapToObj(lag -> LagCorrelation.of(series, lag))
                        .toList(),
                BigDecimal.valueOf(band));
    }

    private static Optional<BigDecimal> exact(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
    }

    /** The lags 0..K, where the leading series goes first. */
    public List<LagCorrelation> forward() {
        return lags.subList(lags.size() / 2, lags.size());
    }

    public LagCorrelation at(int lag) {
        return lags.get(lags.size() / 2 + lag);
    }
}
