package org.kpisuite.reports.chart;

/** A hairline between two columns of a page. */
public record Divider() implements Drawing {
    @Override
    public void draw(Pencil pencil, float width, float height) {
        pencil.line(0, 0, 0, height, 0.4f, Ink.HAIRLINE);
    }
}
