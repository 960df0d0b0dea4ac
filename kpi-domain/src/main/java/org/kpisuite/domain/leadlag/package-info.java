/**
 * Whether an indicator leads another, by how much, and how far that may be believed.
 *
 * <p>Two series are aligned on the calendar, freed of trend, season and of their own past, and correlated at each lag;
 * permutations decide, a bootstrap tells how stable the lag is, and one verdict with its notes comes out. Nothing here
 * speaks of causes. The one package that counts in {@code double}; what leaves it is exact or text. Entry:
 * {@link org.kpisuite.domain.leadlag.LeadLagAnalysis}.
 */
package org.kpisuite.domain.leadlag;
