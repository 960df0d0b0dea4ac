package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A status as a shape that is told without colour.
 *
 * @param open whether the period still runs: a core with an outline around it instead of the full shape
 * @param x centre, from the left of the box; vertically it is in the middle
 * @param radius nominal radius in points
 */
public record StatusSign(Form form, Color colour, boolean open, float x, float radius) implements Drawing {
    private static final float CORE = 0.58f;
    private static final float RIM = 1.12f;
    private static final float RIM_WEIGHT = 0.6f;
    private static final float RING_WEIGHT = 0.8f;
    private static final float RING = 0.92f;

    /** The shapes, in order of merit; a ring is no status at all. */
    public enum Form {
        CIRCLE,
        TRIANGLE,
        SQUARE,
        RING
    }

    @Override
    public void draw(Pencil pencil, float width, float height) {
        at(pencil, x, height / 2);
    }

    void at(Pencil pencil, float centreX, float centreY) {
        if (form == Form.RING) {
            pencil.stroke(shape(Form.CIRCLE, centreX, centreY, radius * RING), RING_WEIGHT, colour);
        } else if (open) {
            pencil.fill(shape(form, centreX, centreY, radius * CORE), colour);
            pencil.stroke(shape(form, centreX, centreY, radius * RIM), RIM_WEIGHT, colour);
        } else {
            pencil.fill(shape(form, centreX, centreY, radius), colour);
        }
    }

    private static Shape shape(Form form, float x, float y, float r) {
        return switch (form) {
            case CIRCLE, RING -> new Ellipse2D.Float(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Float(x - 0.92f * r, y - 0.92f * r, 1.84f * r, 1.84f * r);
            case TRIANGLE -> triangle(x, y, r);
        };
    }

    private static Shape triangle(float x, float y, float r) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x, y - 1.2f * r);
        path.lineTo(x + 1.22f * r, y + 0.9f * r);
        path.lineTo(x - 1.22f * r, y + 0.9f * r);
        path.closePath();
        return path;
    }
}
