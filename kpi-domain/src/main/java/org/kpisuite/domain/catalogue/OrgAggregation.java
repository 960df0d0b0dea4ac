package org.kpisuite.domain.catalogue;

/** How values of units make that of the unit above them (domain specification §2.3). */
public enum OrgAggregation {
    /** Added, the units being disjoint. */
    SUM,
    /** Numerator and denominator each by its own rule, then divided once. */
    RATIO_OF_SUMS,
    /** Counted for exactly that unit; parts are never added. */
    RECOUNT,
    /** Mean weighted with a named flow, an estimate. */
    WAVG,
    /** Not to be taken together: the parts are shown. */
    NONE;

    /** Whether a unit has what its parts have; else only what was delivered for it itself. */
    public boolean takesParts() {
        return this != RECOUNT && this != NONE;
    }

    /** The rule over units that goes with a rule over time unless told otherwise. */
    public static OrgAggregation defaultOf(TimeAggregation time) {
        return switch (time) {
            case SUM, LAST, FIRST, AVG_T -> SUM;
            case RATIO_OF_SUMS -> RATIO_OF_SUMS;
            case RECOUNT -> RECOUNT;
            case WAVG -> WAVG;
            case CHAIN, NONE -> NONE;
        };
    }
}
