package org.kpisuite.domain.quantity;

/** What a number counts. PERCENT is stored as a fraction (0.125 is 12.5 %); POINTS are never compared in percent. */
public enum UnitKind {
    COUNT,
    MONEY,
    PERCENT,
    POINTS,
    RATIO,
    DURATION;

    /** Whether differences of this unit are told in the unit itself only, not in percent of the base. */
    public boolean isComparedInPoints() {
        return this == PERCENT || this == POINTS;
    }

    /** Whether it can be spent: money and hours. */
    public boolean isCost() {
        return this == MONEY || this == DURATION;
    }
}
