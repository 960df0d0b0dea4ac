package org.kpisuite.reports.pdf;

import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Palette;

/**
 * How the reports of an organisation look.
 *
 * @param logo at the upper right of every page; null for the name of the product
 * @param tagged whether files are PDF/A-2a and PDF/UA-1; else they are plain and smaller
 */
public record ReportLook(Palette palette, @Nullable Renderable logo, boolean tagged) {
    /** Green and red, no logo, tagged. */
    public static final ReportLook USUAL = new ReportLook(Palette.GREEN_RED, null, true);
}
