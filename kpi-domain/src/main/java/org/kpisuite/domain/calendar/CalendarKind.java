package org.kpisuite.domain.calendar;

/** The four ways of cutting days into periods that a company may report by. Source: domain specification §3.1. */
public enum CalendarKind {
    CIVIL,
    ISO,
    FISCAL,
    RETAIL
}
