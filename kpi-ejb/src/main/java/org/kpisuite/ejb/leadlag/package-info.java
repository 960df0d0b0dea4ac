/**
 * Pairs of a unit: tested on demand, their signals and forecasts written down when facts change.
 *
 * <p>Entry: {@link org.kpisuite.ejb.leadlag.LeadLag} and {@link org.kpisuite.ejb.leadlag.Signals}.
 */
package org.kpisuite.ejb.leadlag;
