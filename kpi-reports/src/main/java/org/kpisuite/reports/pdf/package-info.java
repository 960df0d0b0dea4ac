/**
 * A scorecard as a PDF for management: the table of one page, the KPIs across thirteen periods, their course as columns.
 *
 * <p>A {@link org.kpisuite.reports.pdf.Composition} cuts the scorecard into pages of lines; a precompiled report
 * template prints each line by its band, words as text and marks as vector drawings. Nothing is computed here: numbers
 * come printed from the domain. Entry: {@link org.kpisuite.reports.pdf.ScorecardPdf}.
 */
package org.kpisuite.reports.pdf;
