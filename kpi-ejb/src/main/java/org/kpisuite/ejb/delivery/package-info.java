/**
 * Scorecards by mail: schedules as a controller keeps them, runs of them, and the way out by SMTP or into a folder.
 *
 * <p>Entries: {@link org.kpisuite.ejb.delivery.Schedules} and {@link org.kpisuite.ejb.delivery.Deliveries} for people,
 * {@link org.kpisuite.ejb.delivery.DeliveryJobs} for the clock.
 */
package org.kpisuite.ejb.delivery;
