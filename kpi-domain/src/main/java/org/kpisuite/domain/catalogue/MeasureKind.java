package org.kpisuite.domain.catalogue;

/** How a base measure behaves over time and units (domain specification §1.1). */
public enum MeasureKind {
    FLOW,
    STOCK,
    DISTINCT,
    COHORT,
    RATE
}
