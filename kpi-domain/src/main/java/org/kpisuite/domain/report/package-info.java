/**
 * What was issued: which figures left the house, as of when, and the hash of every file.
 *
 * <p>A file is kept as it was issued, and can be made again: equal input gives equal bytes, and the hash proves it. Entry:
 * {@link org.kpisuite.domain.report.IssuedReport}.
 */
package org.kpisuite.domain.report;
