package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Lines, areas and words on a page, in points from an origin, y down. All caps are butt, all joins mitred. */
public abstract class Pencil {
    /** Where a text stands against its x. */
    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    private final Typeface typeface;
    private float originX;
    private float originY;

    protected Pencil(Typeface typeface, float originX, float originY) {
        this.typeface = typeface;
        this.originX = originX;
        this.originY = originY;
    }

    /** Draws an outline that already stands on the page; no dashes where {@code dash} is 0. */
    protected abstract void outline(Shape onPage, float weight, Color colour, float dash, float gap);

    /** Fills a shape that already stands on the page. */
    protected abstract void area(Shape onPage, Color colour);

    /** Sets a text from a point of the page on, which is on its baseline. */
    protected abstract void words(String text, float pageX, float pageY, float size, boolean bold, Color colour);

    /** Puts a picture on the page, its upper left corner there. */
    protected abstract void image(Picture picture, float pageX, float pageY, float width, float height);

    /** The organisation's colour for the relation of leading and lagging, and for bottlenecks. */
    public abstract Color accent();

    public void picture(Picture picture, float x, float y, float width, float height) {
        image(picture, originX + x, originY + y, width, height);
    }

    public void line(float x1, float y1, float x2, float y2, float weight, Color colour) {
        stroke(new Line2D.Float(x1, y1, x2, y2), weight, colour);
    }

    public void dashed(float x1, float y1, float x2, float y2, float weight, Color colour, float dash, float gap) {
        outline(onPage(new Line2D.Float(x1, y1, x2, y2)), weight, colour, dash, gap);
    }

    /** A dashed line through several points, the dashes running on from piece to piece. */
    public void dashed(Shape shape, float weight, Color colour, float dash, float gap) {
        outline(onPage(shape), weight, colour, dash, gap);
    }

    public void stroke(Shape shape, float weight, Color colour) {
        outline(onPage(shape), weight, colour, 0, 0);
    }

    public void fill(Shape shape, Color colour) {
        area(onPage(shape), colour);
    }

    /** A box where it stands on the page. */
    protected Rectangle2D onPage(Rectangle2D.Float box) {
        return new Rectangle2D.Float(originX + box.x, originY + box.y, box.width, box.height);
    }

    private Shape onPage(Shape shape) {
        return AffineTransform.getTranslateInstance(originX, originY).createTransformedShape(shape);
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
        if (!text.isEmpty()) {
            words(text, originX + x + shift, originY + y, size, bold, colour);
        }
    }

    public float width(String text, float size, boolean bold) {
        return typeface.width(text, size, bold);
    }

    /**
     * Draws a part and says what it is to readers who hear the page.
     *
     * @param role as in the templates; null for decoration
     */
    public void part(@Nullable String role, int columns, Runnable drawing) {
        drawing.run();
    }

    /** The same of something to see, told in words; the box is where it stands. */
    public void figure(String role, String words, Rectangle2D.Float box, Runnable drawing) {
        drawing.run();
    }

    /** Draws something whose origin is elsewhere. */
    public void inside(float x, float y, Runnable drawing) {
        originX += x;
        originY += y;
        drawing.run();
        originX -= x;
        originY -= y;
    }

    /** Where on the page the origin of this drawing is, so that hatches of neighbours match. */
    float pageX() {
        return originX;
    }

    float pageY() {
        return originY;
    }
}
