package org.kpisuite.reports.chart;

import java.util.List;

/**
 * Names over columns of one width, each over as many as belong together, with a hairline under it.
 *
 * @param pitch width of a column, points
 */
public record Spans(List<Span> spans, float pitch) implements Drawing {
    private static final float SIZE = 6.5f;
    private static final float BASELINE = 11;
    private static final float RULE_Y = 14.2f;
    private static final float INSET = 3;

    /** A name over some columns; left out where it is wider than these. */
    public record Span(String name, int columns) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        float x = 0;
        for (Span span : spans) {
            float end = x + span.columns() * pitch;
            pencil.line(x + INSET, RULE_Y, end - INSET, RULE_Y, 0.4f, Ink.HAIRLINE);
            if (pencil.width(span.name(), SIZE, false) < end - x - INSET) {
                pencil.text(span.name(), (x + end) / 2, BASELINE, SIZE, false, Ink.NOTE, Pencil.Side.CENTRE);
            }
            x = end;
        }
    }
}
