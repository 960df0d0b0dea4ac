package org.kpisuite.domain.actual;

/** How a row stands that came for a closed period. Source: domain specification §8.7. */
public enum QuarantineState {
    /** Nobody has decided. */
    OPEN,
    /** Somebody would let it in; it weighs so much that somebody else must confirm. */
    PROPOSED,
    /** Let in: values, series and scores are restated. */
    ACCEPTED,
    /** Let in for series only: the score as reported stays. */
    HISTORY,
    /** Kept out, by a controller or because nobody decided in time. */
    REJECTED,
    /** Another row of the same key stands for it: a later one that says something else, or an open one that says the same. */
    REPLACED,
    /** The import that brought it was taken back. */
    WITHDRAWN;

    /** Whether it can still be decided on. */
    public boolean isOpen() {
        return this == OPEN || this == PROPOSED;
    }
}
