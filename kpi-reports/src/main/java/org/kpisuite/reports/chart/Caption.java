package org.kpisuite.reports.chart;

import java.util.List;

/**
 * What stands above a chart: a name in one line or more, the end of the last one in grey, such as a unit.
 *
 * @param grey how many characters at the end of the last line are grey
 */
public record Caption(List<String> lines, int grey, boolean bold) {
    private static final float SIZE = 7.5f;
    private static final float LEADING = 9;

    public Caption {
        lines = List.copyOf(lines);
    }

    /** Draws the lines with the last one on a baseline. */
    void draw(Pencil pencil, float x, float baseline) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            float y = baseline - (lines.size() - 1 - i) * LEADING;
            int cut = i == lines.size() - 1 ? line.length() - grey : line.length();
            String ink = line.substring(0, cut);
            pencil.text(ink, x, y, SIZE, bold, Ink.TEXT, Pencil.Side.LEFT);
            pencil.text(
                    line.substring(cut), x + pencil.width(ink, SIZE, bold), y, SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
        }
    }
}
