package org.kpisuite.reports.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** The one typeface of all reports, DejaVu Sans regular and bold, from the fonts shipped with the reports. */
public final class Typeface {
    public static final String FAMILY = "DejaVu Sans";

    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private final FontUtil fonts;

    public Typeface(JasperReportsContext context) {
        this.fonts = FontUtil.getInstance(context);
    }

    public static Typeface shipped() {
        return new Typeface(DefaultJasperReportsContext.getInstance());
    }

    public Font font(float size, boolean bold) {
        return fonts.getAwtFontFromBundles(true, FAMILY, bold ? Font.BOLD : Font.PLAIN, size, Locale.ROOT, false);
    }

    /** Advance width of a text in points. */
    public float width(String text, float size, boolean bold) {
        return (float) font(size, bold).getStringBounds(text, UNHINTED).getWidth();
    }
}
