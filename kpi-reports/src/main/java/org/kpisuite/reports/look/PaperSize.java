package org.kpisuite.reports.look;

import java.util.Locale;

/**
 * A sheet of paper, landscape. All pages are composed for A4 between margins of 12 mm; on Letter the same composition stands
 * at 97.6 % of that between margins of 6.5 mm, so that no column goes and no number is set closer, and what the sheet is
 * taller is room for more rows.
 */
public enum PaperSize {
    /** 297 × 210 mm. */
    A4(841.9f, 595.3f, 1),
    /** 11 × 8.5 inches, 279.4 × 215.9 mm. */
    LETTER(792, 612, 0.976f);

    private final float width;
    private final float height;
    private final float scale;

    PaperSize(float width, float height, float scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    /** Points. */
    public float width() {
        return width;
    }

    /** Points. */
    public float height() {
        return height;
    }

    /** How large a point of the composition is on this paper. */
    public float scale() {
        return scale;
    }

    /** Width of a template, in units of which so many are a point of the composition. */
    public int width(String unitsOfAPoint) {
        return Math.round(width / scale * Float.parseFloat(unitsOfAPoint));
    }

    /** Height of a template likewise. */
    public int height(String unitsOfAPoint) {
        return Math.round(height / scale * Float.parseFloat(unitsOfAPoint));
    }

    /** How much higher than an A4 page this one is, in points of the composition. */
    public float taller() {
        return height / scale - A4.height;
    }

    /** The name of the template for this paper: that for A4 has none beside its own. */
    public String template(String name) {
        return this == A4 ? name : name + "-" + name().toLowerCase(Locale.ROOT);
    }
}
