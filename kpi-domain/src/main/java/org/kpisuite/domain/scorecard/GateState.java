package org.kpisuite.domain.scorecard;

/** Where a gate stands (domain specification §5.6). */
public enum GateState {
    PASS(true, true),
    /** Reached already, and what is still open cannot undo it. */
    PASS_EARLY(true, true),
    FAIL(true, false),
    /** Out of reach, whatever becomes of what is still open. */
    FAIL_EARLY(true, false),
    /** Too much is still open: the achievement stands as if there were no gate, provisionally. */
    PENDING(false, true),
    /** There is nothing to hold it against: the denominator is zero. */
    NOT_APPLICABLE(true, true);

    private final boolean decided;
    private final boolean open;

    GateState(boolean decided, boolean open) {
        this.decided = decided;
        this.open = open;
    }

    /** Whether nothing can change it any more. */
    public boolean isDecided() {
        return decided;
    }

    /** Whether the achievement goes through unchanged. */
    public boolean letsThrough() {
        return open;
    }
}
