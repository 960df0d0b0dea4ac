package org.kpisuite.reports.look;

import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Picture;

/**
 * How the files of an organisation look.
 *
 * @param logo at the upper right of every page; null for the name of the product
 * @param tagged whether PDFs are PDF/A-2a and PDF/UA-1; else they are plain and smaller
 */
public record ReportLook(Palette palette, @Nullable Picture logo, PaperSize paper, boolean tagged) {
    /** Green and red, no logo, A4, tagged. */
    public static final ReportLook USUAL = new ReportLook(Palette.GREEN_RED, null, PaperSize.A4, true);

    /** The same without tags. */
    public ReportLook plain() {
        return new ReportLook(palette, logo, paper, false);
    }
}
