package org.kpisuite.domain.actual;

/** What happens to a stored value that differs from the imported one (domain specification §8.6). */
public enum ImportPolicy {
    /** The imported value is the new revision. */
    RESTATE,
    /** The row is refused, E-VALUE-CONFLICT. */
    REJECT,
    /** The imported value counts only if it was extracted later, else E-STALE. */
    NEWER
}
