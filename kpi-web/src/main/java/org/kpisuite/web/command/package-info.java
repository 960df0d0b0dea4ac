/** What the script {@code kpi} does beside starting the suite. */
package org.kpisuite.web.command;
