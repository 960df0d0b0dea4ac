package org.kpisuite.domain.leadlag;

/** What may be said of a pair after its test; in the order of evaluation. Source: domain specification §6.3. */
public enum Verdict {
    /** Fewer than 12 usable points: not tested, no coefficient is told. */
    INSUFFICIENT,
    CONFIRMED,
    /** As CONFIRMED, but in the same period: no early warning. */
    COINCIDENT,
    /** The lagging series goes before the leading one. */
    REVERSED,
    WEAK,
    /** No link could be shown, which does not prove that there is none. */
    NOT_FOUND
}
