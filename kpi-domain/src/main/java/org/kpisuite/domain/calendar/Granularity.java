package org.kpisuite.domain.calendar;

/** The length of a period, from fine to coarse. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public static final int DAYS_OF_WEEK = 7;

    public boolean isCoarserThan(Granularity other) {
        return compareTo(other) > 0;
    }
}
