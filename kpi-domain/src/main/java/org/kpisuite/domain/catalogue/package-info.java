/**
 * What can be measured: base measures that are imported, and indicators that formulas make of them.
 *
 * <p>The shipped catalogue is one readable file, {@code catalogue.txt}. A formula is parsed once and knows its
 * measures. Entry: {@link org.kpisuite.domain.catalogue.Catalogue}.
 */
package org.kpisuite.domain.catalogue;
