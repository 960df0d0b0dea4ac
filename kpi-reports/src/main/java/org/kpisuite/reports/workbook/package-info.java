/**
 * The controller's workbook of a scorecard: the same unrounded numbers as typed cells, variances, achievement and score
 * as live formulas that are checked against the scorecard, native charts.
 *
 * <p>Numbers go in as they are; number formats do the scaling. What is missing is an empty cell or a word, never a
 * zero. Source: domain specification §7.3. Entry: {@link org.kpisuite.reports.workbook.ScorecardWorkbook}.
 */
package org.kpisuite.reports.workbook;
