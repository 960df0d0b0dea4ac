/**
 * The mail that carries a scorecard, readable without its attachments. Entry:
 * {@link org.kpisuite.reports.mail.ScorecardMail}.
 */
package org.kpisuite.reports.mail;
