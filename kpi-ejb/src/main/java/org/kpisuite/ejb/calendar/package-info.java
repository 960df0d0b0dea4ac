/**
 * The states of periods: closed by controllers, locked by the CFO, opened again by four eyes.
 *
 * <p>Entry: {@link org.kpisuite.ejb.calendar.Periods}.
 */
package org.kpisuite.ejb.calendar;
