package org.kpisuite.domain.scorecard;

/** A remark on one value that stands with it wherever it is printed. */
enum Mark {
    /** A state from before the end of the range. */
    STALE,
    /** Worked out from parts by a rule that is not exact: chained, weighted, split by days. */
    ESTIMATED,
    /** A minimum took its constant: the lifetime of a customer is counted to a limit. */
    CAPPED,
    /** A rate whose denominator is below the least that its definition asks for. */
    LOW_BASE,
    /** A unit does not count for some of its days, on which it delivered only a part of what the formula takes. */
    UNITS_LEFT_OUT,
    /** Not aggregable, and this is the only part that was delivered. */
    SINGLE_PART
}
