package org.kpisuite.domain.catalogue;

/** Which way is good: more, less, or inside a band. */
public enum Direction {
    UP,
    DOWN,
    BAND
}
