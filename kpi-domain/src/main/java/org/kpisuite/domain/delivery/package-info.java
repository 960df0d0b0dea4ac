/**
 * Scorecards by mail: when a schedule fires, to whom it sends, and what became of each mail.
 *
 * <p>A run and one delivery per recipient are written before anything is sent, so that nothing is ever sent twice.
 * Entry: {@link org.kpisuite.domain.delivery.Schedule}.
 */
package org.kpisuite.domain.delivery;
