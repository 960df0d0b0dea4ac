package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Variances under the numbers of a row, one per column: thick where adverse, thin where favourable.
 *
 * @param strips one per column, null where there is nothing to compare
 * @param pitch width of a column in points
 */
public record VarianceStrips(List<@Nullable Strip> strips, float pitch) implements Drawing {
    /** From the middle of a cell to the end of its strip. */
    public static final float HALF_WIDTH = 21;

    /**
     * One variance.
     *
     * @param share of the half width, beyond ±1 it is clipped; NaN is a variance without a percentage, a square
     * @param adverse whether it is drawn thick
     */
    public record Strip(float share, boolean adverse, Color colour) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        for (int i = 0; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            if (strip != null) {
                strip(pencil, strip, (i + 0.5f) * pitch, height / 2);
            }
        }
    }

    private static void strip(Pencil pencil, Strip strip, float x, float y) {
        if (Float.isNaN(strip.share())) {
            float half = strip.adverse() ? 1.3f : 0.65f;
            pencil.area(x - half, y - half, x + half, y + half, strip.colour());
            return;
        }
        float share = Math.max(-1, Math.min(1, strip.share()));
        float end = x + share * HALF_WIDTH;
        pencil.line(x, y, end, y, strip.adverse() ? 2.4f : 1.1f, strip.colour());
        if (Math.abs(strip.share()) > 1) {
            gap(pencil, end - Math.signum(share) * 3, y);
        }
        pencil.line(x, y - 1.6f, x, y + 1.6f, 0.5f, Ink.DARK);
    }

    private static void gap(Pencil pencil, float x, float y) {
        Path2D.Float slant = new Path2D.Float();
        slant.moveTo(x - 1.2f, y + 1.6f);
        slant.lineTo(x + 0.2f, y + 1.6f);
        slant.lineTo(x + 1.2f, y - 1.6f);
        slant.lineTo(x - 0.2f, y - 1.6f);
        slant.closePath();
        pencil.fill(slant, Ink.PAPER);
    }
}
