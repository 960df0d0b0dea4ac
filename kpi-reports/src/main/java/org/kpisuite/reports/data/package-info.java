/**
 * The scorecard as data: every number unrounded, as the API answers it. Entry:
 * {@link org.kpisuite.reports.data.ScorecardJson}.
 */
package org.kpisuite.reports.data;
