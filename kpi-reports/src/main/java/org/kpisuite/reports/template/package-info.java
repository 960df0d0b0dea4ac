/** The report templates: written as JRXML in {@code src/main/jrxml}, compiled by the build, only filled at run time. */
package org.kpisuite.reports.template;
