package org.kpisuite.domain.catalogue;

/** How values of short periods make that of a longer one (domain specification §2.3). */
public enum TimeAggregation {
    SUM,
    LAST,
    FIRST,
    AVG_T,
    RATIO_OF_SUMS,
    RECOUNT,
    CHAIN,
    WAVG,
    NONE;

    /**
     * Whether a formula that names an indicator of this rule takes its value as a whole. All others come down to their
     * measures, which are aggregated each by its own rule before the formula is worked out once.
     */
    public boolean isOfTheWhole() {
        return this == RECOUNT || this == CHAIN || this == WAVG || this == NONE;
    }
}
