/**
 * What stands on the pages of a report, line by line, every word printed and every mark drawn already.
 *
 * <p>The template reads these values and nothing else. Entry: {@link org.kpisuite.reports.page.Page},
 * {@link org.kpisuite.reports.page.Line}.
 */
package org.kpisuite.reports.page;
