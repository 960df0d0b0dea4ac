/**
 * Facts: what was delivered, how it was read, and what it says about a range of days.
 *
 * <p>Facts are not entities; they are read as slices, each a value over some days. Entry:
 * {@link org.kpisuite.domain.actual.FactSlice}.
 */
package org.kpisuite.domain.actual;
