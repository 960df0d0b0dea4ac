package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * What the test of a pair found; there is none for fewer than 12 usable points.
 *
 * @param lag periods by which the leading series is ahead most clearly, 0..K
 * @param p chance of so large a correlation at any lag 0..K without a link, by permutation
 * @param r Pearson of the decision series at the lag
 * @param spearman of the same ranks
 * @param stability 0..1, share of resampled histories of the shape with the same lag, give or take one; no
 *     confidence interval
 * @param firstSignificant smallest lag of the shape beyond its band, lastSignificant the largest
 * @param reverse the clearest lag of the other direction; empty where only lag 0 could be looked at
 * @param decision each series whitened by its own filter: what decides; its band is the one to draw
 * @param shape both whitened by the filter of the leading series: what is drawn
 * @param feedback whether each series foretells the other by one period, where the peak is at 0
 * @param outliers periods of extreme points, the furthest first, where ranks do not bear out the correlation: they and not the rest make it
 */
public record LagEvidence(
        int lag,
        BigDecimal p,
        BigDecimal r,
        BigDecimal spearman,
        BigDecimal stability,
        Optional<Integer> firstSignificant,
        Optional<Integer> lastSignificant,
        Optional<Reverse> reverse,
        Correlogram decision,
        Correlogram shape,
        boolean feedback,
        List<Period> outliers) {
    public LagEvidence {
        outliers = List.copyOf(outliers);
    }

    /**
     * The clearest lag at which the lagging series goes before the leading one.
     *
     * @param lag periods, 1..K
     */
    public record Reverse(int lag, BigDecimal p, BigDecimal r) {}

    /** |r| that the decision must go beyond. */
    public BigDecimal band() {
        return decision.band();
    }

    /** K: the largest lag that was looked at. */
    public int lagMax() {
        return decision.lags().size() / 2;
    }
}
