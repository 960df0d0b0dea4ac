package org.kpisuite.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;

/** Something drawn as lines and areas into the box of an image element; its words come out as text. */
public interface Drawing extends Graphics2DRenderable, Renderable {

    /** Draws into the box from the origin to width and height. */
    void draw(Pencil pencil, float width, float height);

    @Override
    default void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D box) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(box.getX(), box.getY());
        draw(new Pencil(graphics, new Typeface(context)), (float) box.getWidth(), (float) box.getHeight());
        graphics.setTransform(before);
    }

    /** Equal drawings share an identity, so that a report may keep one of them. */
    @Override
    default String getId() {
        return toString();
    }
}
