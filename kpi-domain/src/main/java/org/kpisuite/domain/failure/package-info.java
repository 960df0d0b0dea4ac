/**
 * Refusals as data: what was refused, where, which value, and how to mend it.
 *
 * <p>A {@link org.kpisuite.domain.failure.Refusal} is one finding; a {@link org.kpisuite.domain.failure.KpiException}
 * carries all findings of one request. Texts live in one bundle per language, keyed by code.
 * Entry: {@link org.kpisuite.domain.failure.KpiException}.
 */
package org.kpisuite.domain.failure;
