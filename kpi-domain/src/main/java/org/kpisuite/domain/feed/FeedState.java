package org.kpisuite.domain.feed;

/** How a feed stands; the worst first. */
public enum FeedState {
    /** Something is missing, and the day by which it was due is over. */
    LATE,
    /** A period is over whose data are not in; there is still time. */
    DUE,
    /** The data of every period that is over are in. */
    IN
}
