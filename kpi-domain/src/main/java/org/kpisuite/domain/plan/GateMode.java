package org.kpisuite.domain.plan;

/** What a gate that was failed leaves of the achievement. */
public enum GateMode {
    /** Nothing. */
    ZERO,
    /** As much as its cap at most. */
    CAP,
    /** The share of the threshold that was reached. */
    SCALE
}
