package org.kpisuite.reports.chart;

import java.awt.geom.Rectangle2D;

/** A sample of a scenario's notation, filling its box. */
public record Swatch(Scenario scenario) implements Drawing {

    @Override
    public void draw(Pencil pencil, float width, float height) {
        scenario.fill(pencil, new Rectangle2D.Float(0, 0, width, height));
    }
}
