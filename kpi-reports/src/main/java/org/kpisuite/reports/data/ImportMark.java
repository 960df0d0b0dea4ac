package org.kpisuite.reports.data;

import java.time.Instant;

/**
 * An import that brought some of the rows behind a scorecard.
 *
 * @param sha256 of its file, 64 hex digits
 * @param rows of the file that were read
 */
public record ImportMark(long id, String file, String sha256, Instant at, long rows) {}
