/** What was issued, for those who answer for it. Entry: {@link org.kpisuite.ejb.report.IssuedReports}. */
package org.kpisuite.ejb.report;
