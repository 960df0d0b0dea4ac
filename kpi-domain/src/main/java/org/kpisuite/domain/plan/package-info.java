/**
 * Quarterly plans of departments: written, submitted, checked, approved by somebody else, then never changed.
 *
 * <p>What is signed is the hash of the canonical content. Entry: {@link org.kpisuite.domain.plan.Plan}.
 */
package org.kpisuite.domain.plan;
