package org.kpisuite.domain.calendar;

/** The length of a period, from fine to coarse. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public boolean isCoarserThan(Granularity other) {
        return compareTo(other) > 0;
    }
}
