/**
 * Words that the outputs share: what a period, an instant and the remarks of an item are called in each language.
 *
 * <p>Numbers come from {@link org.kpisuite.domain.scorecard.ItemText}; here is only what stands around them. Entry:
 * {@link org.kpisuite.reports.wording.Wording}, {@link org.kpisuite.reports.wording.HeadingText}.
 */
package org.kpisuite.reports.wording;
