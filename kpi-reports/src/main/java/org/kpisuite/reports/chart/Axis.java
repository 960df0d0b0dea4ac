package org.kpisuite.reports.chart;

/**
 * The piece of an upright reference axis that crosses one row: a white bar with an outline, as the plan it stands for.
 *
 * @param visible false in a row that prints words instead of marks
 * @param starts whether the axis begins in this row
 * @param ends whether it ends in this row
 */
public record Axis(boolean visible, boolean starts, boolean ends) implements Drawing {
    static final float HALF_WIDTH = 1.1f;
    private static final float WEIGHT = 0.4f;
    private static final float INSET = 2.5f;

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
        pencil.area(x - HALF_WIDTH, top, x + HALF_WIDTH, bottom, Ink.PAPER);
        pencil.line(x - HALF_WIDTH, top, x - HALF_WIDTH, bottom, WEIGHT, Ink.DARK);
        pencil.line(x + HALF_WIDTH, top, x + HALF_WIDTH, bottom, WEIGHT, Ink.DARK);
        if (starts) {
            pencil.line(x - HALF_WIDTH - WEIGHT / 2, top, x + HALF_WIDTH + WEIGHT / 2, top, WEIGHT, Ink.DARK);
        }
        if (ends) {
            pencil.line(x - HALF_WIDTH - WEIGHT / 2, bottom, x + HALF_WIDTH + WEIGHT / 2, bottom, WEIGHT, Ink.DARK);
        }
    }
}
