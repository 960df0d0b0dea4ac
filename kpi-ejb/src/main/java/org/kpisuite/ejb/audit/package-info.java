/**
 * The append-only record of what was done: written by use cases with {@link org.kpisuite.ejb.audit.AuditTrail}, in the
 * transaction of what they did.
 */
package org.kpisuite.ejb.audit;
