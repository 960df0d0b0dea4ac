package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;

/**
 * How two whitened series go together at one lag.
 *
 * @param lag periods by which the leading series is ahead; below zero the lagging one is
 * @param r Pearson, −1..1, unrounded
 * @param spearman of the ranks, −1..1, unrounded
 * @param n pairs present at this lag
 */
public record LagCorrelation(int lag, BigDecimal r, BigDecimal spearman, int n) {
    static LagCorrelation of(CrossCorrelation series, int lag) {
        return new LagCorrelation(
                lag,
                BigDecimal.valueOf(series.pearson(lag)),
                BigDecimal.valueOf(series.spearman(lag)),
                series.pairs(lag));
    }
}
