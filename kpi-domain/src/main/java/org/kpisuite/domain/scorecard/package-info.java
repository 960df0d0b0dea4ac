/**
 * The scorecard of a unit and a period: every number computed once, final and unrounded.
 *
 * <p>PDF, workbook, mail, API and pages only walk it. A cell is measured, not delivered, not applicable or failed with
 * a reason. Entry: {@link org.kpisuite.domain.scorecard.Scorecard},
 * {@link org.kpisuite.domain.scorecard.ScorecardAssembler}.
 */
package org.kpisuite.domain.scorecard;
