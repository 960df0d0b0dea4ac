/**
 * The gate before a scorecard is sent: PDF, workbook and mail are read back and compared with the scorecard they were
 * made from. Entry: {@link org.kpisuite.reports.equality.Equality}.
 */
package org.kpisuite.reports.equality;
