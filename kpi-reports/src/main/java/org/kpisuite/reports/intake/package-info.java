/**
 * Files for people who deliver data: a blank template that needs only to be filled in, and their own file given back with
 * the reasons why rows were not taken.
 *
 * <p>Both come back through the import. What looks like a formula is text in them. Source: domain specification §8.1, §8.5.
 * Entries: {@link org.kpisuite.reports.intake.TemplateWorkbook}, {@link org.kpisuite.reports.intake.ReturnedWorkbook},
 * {@link org.kpisuite.reports.intake.ReturnedText}.
 */
package org.kpisuite.reports.intake;
