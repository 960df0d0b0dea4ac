package org.kpisuite.domain.calendar;

/**
 * Whether figures of a period may still change, from lax to strict (domain specification §3.4).
 *
 * <p>FUTURE: it has not begun. OPEN: imports are applied. CLOSED: only a reopening lets figures in. LOCKED: read-only.
 */
public enum PeriodState {
    FUTURE,
    OPEN,
    CLOSED,
    LOCKED;

    public PeriodState stricter(PeriodState other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isAtLeast(PeriodState other) {
        return compareTo(other) >= 0;
    }
}
