package org.kpisuite.reports.pdf;

import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Palette;

/**
 * How the reports of an organisation look.
 *
 * @param logo at the upper right of every page; null for the name of the product
 */
public record ReportLook(Palette palette, @Nullable Renderable logo) {
    /** Green and red, no logo. */
    public static final ReportLook USUAL = new ReportLook(Palette.GREEN_RED, null);
}
