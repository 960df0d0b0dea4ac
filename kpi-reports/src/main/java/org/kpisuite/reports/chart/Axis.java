package org.kpisuite.reports.chart;

/**
 * The piece of an upright reference axis that crosses one row: a white bar with an outline, as the plan it stands for.
 *
 * @param visible false in a row that prints words instead of marks
 * @param starts whether the axis begins in this row
 * @param ends whether it ends in this row
 */
public record Axis(boolean visible, boolean starts, boolean ends) implements Drawing {
    /** To the outer edge of its outline. */
    static final float HALF_WIDTH = 1.1f;

    private static final float WEIGHT = 0.4f;
    private static final float LINE = HALF_WIDTH - WEIGHT / 2;
    private static final float INSET = 0.5f;

    public static Axis none() {
        return new Axis(false, false, false);
    }

    @Override
    public void draw(Pencil pencil, float width, float height) {
        draw(pencil, width / 2, height, true);
    }

    void draw(Pencil pencil, float x, float height, boolean inset) {
        if (!visible) {
            return;
        }
        float top = starts && inset ? INSET : 0;
        float bottom = ends && inset ? height - INSET : height;
        pencil.line(x - LINE, top, x - LINE, bottom, WEIGHT, Ink.DARK);
        pencil.line(x + LINE, top, x + LINE, bottom, WEIGHT, Ink.DARK);
        if (starts) {
            pencil.line(x - HALF_WIDTH, top + WEIGHT / 2, x + HALF_WIDTH, top + WEIGHT / 2, WEIGHT, Ink.DARK);
        }
        if (ends) {
            pencil.line(x - HALF_WIDTH, bottom - WEIGHT / 2, x + HALF_WIDTH, bottom - WEIGHT / 2, WEIGHT, Ink.DARK);
        }
    }
}
