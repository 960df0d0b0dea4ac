/**
 * Periods: days, ISO weeks, months, quarters and years of the civil calendar, their codes and neighbours.
 *
 * <p>A {@link org.kpisuite.domain.calendar.Period} knows its first and last day; comparisons (previous period, prior
 * year, the same elapsed days) are periods and ranges again. Entry: {@link org.kpisuite.domain.calendar.Period}.
 */
package org.kpisuite.domain.calendar;
