package org.kpisuite.reports.chart;

import java.awt.Color;
import java.util.List;

/**
 * From one total to another by steps, each a row: bars from zero for the totals, from where the one before ended for steps.
 *
 * @param full value of the full length
 */
public record Waterfall(Caption caption, List<Row> rows, float full) implements Drawing {
    private static final float BAR_LEFT = 190;
    private static final float BAR_RIGHT = 40;
    private static final float BAR_HEIGHT = 9;
    private static final float PITCH = 14;
    private static final float SIZE = 7;
    private static final float CAPTION_BASELINE = 15;
    private static final float RULE = 32;
    private static final float FIRST = 42.5f;
    private static final float BASELINE = 0.36f;
    private static final float BETWEEN = 2.5f;

    /** Width that the name of a row may take. */
    public static final float NAME_WIDTH = BAR_LEFT - 6;

    /** Size of type of a row. */
    public static final float NAME_SIZE = SIZE;

    public Waterfall {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param from where its bar begins, 0 for a total
     * @param to where it ends, and the next one begins
     * @param strong whether its name is bold
     * @param adverse whether its number is bold
     */
    public record Row(
            String name, float from, float to, String number, Color colour, boolean strong, boolean adverse) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        caption.draw(pencil, 0, CAPTION_BASELINE);
        pencil.line(0, RULE, width, RULE, 0.3f, Ink.HAIRLINE);
        float pitch = Math.min(PITCH, (height - FIRST - BAR_HEIGHT / 2 - 2) / Math.max(1, rows.size() - 1));
        float bar = Math.min(BAR_HEIGHT, pitch - BETWEEN);
        float unit = (width - BAR_RIGHT - BAR_LEFT) / full;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            float middle = FIRST + i * pitch;
            float baseline = middle + BASELINE * SIZE;
            pencil.text(row.name, 0, baseline, SIZE, row.strong, Ink.TEXT, Pencil.Side.LEFT);
            bar(pencil, row, middle, bar, unit);
            if (i < rows.size() - 1) {
                float x = BAR_LEFT + row.to * unit;
                pencil.line(x, middle - bar / 2, x, middle + pitch + bar / 2, 0.4f, Ink.DARK);
            }
            pencil.text(row.number, width, baseline, SIZE, row.strong || row.adverse, Ink.TEXT, Pencil.Side.RIGHT);
        }
        float end = FIRST + (rows.size() - 1) * pitch + BAR_HEIGHT / 2;
        pencil.line(BAR_LEFT, FIRST - BAR_HEIGHT / 2 - 2, BAR_LEFT, end + 2, 0.6f, Ink.DARK);
    }

    private static void bar(Pencil pencil, Row row, float middle, float bar, float unit) {
        float from = BAR_LEFT + row.from * unit;
        float to = BAR_LEFT + row.to * unit;
        if (from != to) {
            float least = to > from ? Math.max(to, from + 0.5f) : Math.min(to, from - 0.5f);
            pencil.area(from, middle - bar / 2, least, middle + bar / 2, row.colour);
        }
    }
}
