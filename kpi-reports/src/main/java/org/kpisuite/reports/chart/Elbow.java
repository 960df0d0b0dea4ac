package org.kpisuite.reports.chart;

import java.awt.Color;

/** Leads from a row down and right to what stands under it. */
public record Elbow() implements Drawing {
    private static final Color COLOUR = new Color(0x9A9A9A);

    @Override
    public void draw(Pencil pencil, float width, float height) {
        pencil.line(0, 0, 0, height, 0.4f, COLOUR);
        pencil.line(0, height, width, height, 0.4f, COLOUR);
    }
}
