/**
 * Quantities of the business: kinds of unit, exact decimals, variances with their reasons, completeness.
 *
 * <p>Values are {@link java.math.BigDecimal}; they are computed with 34 digits and rounded once, at output.
 * Entry: {@link org.kpisuite.domain.quantity.Decimals}, {@link org.kpisuite.domain.quantity.Change}.
 */
package org.kpisuite.domain.quantity;
