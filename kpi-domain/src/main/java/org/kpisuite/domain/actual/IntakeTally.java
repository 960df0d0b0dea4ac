package org.kpisuite.domain.actual;

/** Rows of a file that became no facts. */
public final class IntakeTally {
    private long empty;
    private long refused;

    void countEmpty() {
        empty++;
    }

    /** A row with at least one error. */
    public void countRefused() {
        refused++;
    }

    /** Rows that say that there is no value. */
    public long empty() {
        return empty;
    }

    public long refused() {
        return refused;
    }
}
