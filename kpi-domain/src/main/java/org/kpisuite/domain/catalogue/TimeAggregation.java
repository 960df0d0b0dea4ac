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
    NONE
}
