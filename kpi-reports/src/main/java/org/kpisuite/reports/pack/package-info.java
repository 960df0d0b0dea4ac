/** Approval packs: all that somebody needs to decide about a plan, as PDF. */
package org.kpisuite.reports.pack;
