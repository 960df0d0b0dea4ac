package org.kpisuite.domain.actual;

/** How far an import came (domain specification §8.4). */
public enum ImportState {
    RECEIVED,
    PARSED,
    VALIDATED,
    APPLIED,
    PARTIAL,
    REJECTED,
    UNDONE,
    CANCELLED
}
