/**
 * The units of the company and how they hang together.
 *
 * <p>A unit's figures are its own and those of all units below it. Units are closed, never deleted. Entry:
 * {@link org.kpisuite.domain.organisation.OrgTree} for one day, {@link org.kpisuite.domain.organisation.OrgHistory}
 * through time.
 */
package org.kpisuite.domain.organisation;
