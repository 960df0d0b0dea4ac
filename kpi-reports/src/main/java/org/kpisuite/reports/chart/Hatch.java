package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Forecast: lines at 45° rising to the right, clipped analytically to a rectangle.
 *
 * <p>The lines are {@code x + y = k · pitch · √2}, counted from the origin of the page, so that neighbouring columns
 * match. Pitch is measured across the lines.
 */
public final class Hatch {
    private static final float NARROW = 8;
    private static final float PITCH = 1.8f;
    private static final float PITCH_NARROW = 1.5f;
    private static final float WEIGHT = 0.5f;
    private static final float WEIGHT_NARROW = 0.4f;

    private Hatch() {}

    public static void draw(Pencil pencil, Rectangle2D.Float box, Color colour) {
        boolean narrow = Math.min(box.width, box.height) < NARROW;
        float origin = pencil.pageX() + pencil.pageY();
        float step = (narrow ? PITCH_NARROW : PITCH) * (float) Math.sqrt(2);
        pencil.stroke(lines(box, step, origin), narrow ? WEIGHT_NARROW : WEIGHT, colour);
        pencil.stroke(box, WEIGHT, colour);
    }

    private static Path2D.Float lines(Rectangle2D.Float box, float step, float origin) {
        Path2D.Float path = new Path2D.Float();
        float right = box.x + box.width;
        float bottom = box.y + box.height;
        float first = (float) Math.ceil((box.x + box.y + origin) / step) * step - origin;
        for (float sum = first; sum < right + bottom; sum += step) {
            float x1 = Math.max(box.x, sum - bottom);
            float x2 = Math.min(right, sum - box.y);
            if (x2 > x1) {
                path.moveTo(x1, sum - x1);
                path.lineTo(x2, sum - x2);
            }
        }
        return path;
    }
}
