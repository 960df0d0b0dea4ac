/**
 * The append-only record of what was done: who, what, to what, from what to what, each entry chained to the one before by
 * its hash.
 *
 * <p>A use case tells a {@link org.kpisuite.domain.audit.Deed}; it becomes an
 * {@link org.kpisuite.domain.audit.AuditRecord}; {@link org.kpisuite.domain.audit.AuditChain} proves that nothing was
 * changed since. Source: domain specification §4.4.
 */
package org.kpisuite.domain.audit;
