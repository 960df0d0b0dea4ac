/**
 * The pages: frame, parts and one view bean per page.
 *
 * <p>A view bean reads the address, asks one boundary and says what the page shows; it decides nothing. Numbers are
 * printed by {@code quantity.NumberText} and {@code scorecard.ItemText} only, drawings are small classes that write
 * SVG in the tokens of the style sheet. Entry: {@link org.kpisuite.web.page.Reader}, {@link org.kpisuite.web.page.Frame}.
 */
package org.kpisuite.web.page;
