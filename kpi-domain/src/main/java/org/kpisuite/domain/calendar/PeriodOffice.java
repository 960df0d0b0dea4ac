package org.kpisuite.domain.calendar;

/**
 * In what capacity somebody acts on a period. Periods are the company's: the role must be held in a root unit.
 *
 * <p>APPROVER of a root is the CFO of the specification.
 */
public enum PeriodOffice {
    CONTROLLER,
    APPROVER,
    AUDITOR
}
