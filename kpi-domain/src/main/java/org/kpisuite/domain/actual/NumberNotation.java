package org.kpisuite.domain.actual;

/** Which decimal mark a file uses. AUTO takes what can be read in one way only. */
public enum NumberNotation {
    AUTO,
    RU,
    EN
}
