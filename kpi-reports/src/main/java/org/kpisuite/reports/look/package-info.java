/**
 * How the files of an organisation look: its logo, its colours, its paper. Entry:
 * {@link org.kpisuite.reports.look.ReportLook}.
 */
@org.jspecify.annotations.NullMarked
package org.kpisuite.reports.look;
