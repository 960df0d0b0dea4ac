package org.kpisuite.domain.plan;

/** How far the department itself moves an indicator. */
public enum Controllability {
    FULL,
    SHARED,
    NONE
}
