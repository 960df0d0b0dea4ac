package org.kpisuite.domain.plan;

/** What a controller decides at closing about a scored item without a value (domain specification §5.5). */
public enum MissingDecision {
    /** Not the department's fault: its weight is redistributed. */
    EXCUSED,
    /** Final only later; until then as if excused. */
    NOT_DUE,
    /** The duty to deliver was breached: achievement 0. */
    UNEXCUSED
}
