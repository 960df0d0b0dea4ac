/**
 * What makes the first report of a process as fast as the next one: a sample is drawn before anybody asks. Entry:
 * {@link org.kpisuite.reports.warm.WarmUp}.
 */
package org.kpisuite.reports.warm;
