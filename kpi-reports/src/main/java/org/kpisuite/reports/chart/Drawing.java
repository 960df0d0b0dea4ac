package org.kpisuite.reports.chart;

import net.sf.jasperreports.renderers.Renderable;

/** Something drawn as lines and areas into the box of an image element; its words come out as text. */
public interface Drawing extends Renderable {

    /** Draws into the box from the origin to width and height. */
    void draw(Pencil pencil, float width, float height);

    /** Equal drawings share an identity, so that a report may keep one of them. */
    @Override
    default String getId() {
        return toString();
    }
}
