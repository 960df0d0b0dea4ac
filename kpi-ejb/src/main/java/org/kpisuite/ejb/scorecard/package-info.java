/**
 * Scorecards: read at once, assembled once, made into files.
 *
 * <p>Entry: {@link org.kpisuite.ejb.scorecard.Scorecards}.
 */
package org.kpisuite.ejb.scorecard;
