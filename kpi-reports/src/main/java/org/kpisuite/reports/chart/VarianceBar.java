package org.kpisuite.reports.chart;

import java.awt.Color;

/**
 * An absolute variance as a bar from its reference axis.
 *
 * @param share of the half width, −1..1; 0 draws no bar
 * @param thickness in points
 */
public record VarianceBar(Axis axis, float share, float thickness, Color colour) implements Drawing {
    /** From the edge of the axis to the end of the largest bar. */
    public static final float HALF_WIDTH = 35;

    private static final float LENGTH_MIN = 0.5f;

    @Override
    public void draw(Pencil pencil, float width, float height) {
        float x = width / 2;
        float middle = height / 2;
        axis.draw(pencil, x, height, true);
        if (axis.visible() && share != 0) {
            float length = Math.max(LENGTH_MIN, Math.abs(share) * HALF_WIDTH);
            float edge = x + Math.signum(share) * Axis.HALF_WIDTH;
            pencil.area(
                    edge, middle - thickness / 2, edge + Math.signum(share) * length, middle + thickness / 2, colour);
        }
    }
}
