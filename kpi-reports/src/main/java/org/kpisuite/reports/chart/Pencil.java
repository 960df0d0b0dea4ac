package org.kpisuite.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Lines, areas and words on a page, in points. All caps are butt, all joins mitred. */
public final class Pencil {
    /** Where a text stands against its x. */
    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    private static final float MITRE_LIMIT = 10;

    private final Graphics2D graphics;
    private final Typeface typeface;

    public Pencil(Graphics2D graphics, Typeface typeface) {
        this.graphics = graphics;
        this.typeface = typeface;
    }

    public void line(float x1, float y1, float x2, float y2, float weight, Color colour) {
        stroke(new Line2D.Float(x1, y1, x2, y2), weight, colour);
    }

    public void dashed(float x1, float y1, float x2, float y2, float weight, Color colour, float dash, float gap) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(
                weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITRE_LIMIT, new float[] {dash, gap}, 0));
        graphics.draw(new Line2D.Float(x1, y1, x2, y2));
    }

    public void stroke(Shape shape, float weight, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITRE_LIMIT));
        graphics.draw(shape);
    }

    public void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    /** A filled rectangle between two corners in any order. */
    public void area(float x1, float y1, float x2, float y2, Color colour) {
        fill(rectangle(x1, y1, x2, y2), colour);
    }

    public static Rectangle2D.Float rectangle(float x1, float y1, float x2, float y2) {
        return new Rectangle2D.Float(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    /** A text whose baseline is at y. */
    public void text(String text, float x, float y, float size, boolean bold, Color colour, Side side) {
        float shift =
                switch (side) {
                    case LEFT -> 0;
                    case CENTRE -> -width(text, size, bold) / 2;
                    case RIGHT -> -width(text, size, bold);
                };
        graphics.setFont(typeface.font(size, bold));
        graphics.setColor(colour);
        graphics.drawString(text, x + shift, y);
    }

    public float width(String text, float size, boolean bold) {
        return typeface.width(text, size, bold);
    }

    /** Draws something whose origin is elsewhere. */
    public void inside(float x, float y, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        drawing.run();
        graphics.setTransform(before);
    }

    /** Where on the page the origin of this drawing is, so that hatches of neighbours match. */
    float pageX() {
        AffineTransform page = graphics.getTransform();
        return page.getScaleX() == 0 ? 0 : (float) (page.getTranslateX() / page.getScaleX());
    }

    float pageY() {
        AffineTransform page = graphics.getTransform();
        return page.getScaleY() == 0 ? 0 : (float) (page.getTranslateY() / page.getScaleY());
    }
}
