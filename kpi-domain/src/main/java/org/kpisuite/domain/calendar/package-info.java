/**
 * Periods of the civil, ISO, fiscal and retail calendar, their codes, neighbours and comparisons, working days, and the
 * states of periods.
 *
 * <p>A {@link org.kpisuite.domain.calendar.Period} knows its calendar, its first and its last day. A
 * {@link org.kpisuite.domain.calendar.CompanyCalendar} knows which days a code means; what a period is compared with say
 * the {@link org.kpisuite.domain.calendar.Comparisons}. Entry: {@link org.kpisuite.domain.calendar.CompanyCalendar}.
 */
package org.kpisuite.domain.calendar;
