/**
 * Facts: what was measured, and the intake that turns files into them.
 *
 * <p>{@link org.kpisuite.domain.actual.RowIntake} reads a row that is a fact, {@link
 * org.kpisuite.domain.actual.EventIntake} makes facts of rows that are events; both refuse with row, column and code.
 * {@link org.kpisuite.domain.actual.FactSlice} is what storage gives back to a scorecard. Entry: {@link
 * org.kpisuite.domain.actual.RowIntake}.
 */
package org.kpisuite.domain.actual;
