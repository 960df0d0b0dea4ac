package org.kpisuite.domain.catalogue;

/** What a week that straddles two months gives to each of them (domain specification §3.2). */
public enum WeekSplit {
    /** Nothing: weeks are never summed into months. */
    NONE,
    /** Its share of days, flagged as an estimate; flows only. */
    BY_DAYS
}
