/**
 * A scorecard as PDF, workbook and text. Every number arrives final from {@code org.kpisuite.domain.scorecard}; what is
 * here places and formats it.
 */
package org.kpisuite.reports;
