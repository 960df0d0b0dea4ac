package org.kpisuite.reports.chart;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A score on its scale from 0 to 120, with the range it may end in and where it was before. All positions are shares of
 * the scale; null is not drawn.
 *
 * @param rangeLabel words at the left of the range
 * @param previousLabel words beside the mark of the previous score
 */
public record ScoreBar(
        @Nullable Float score,
        @Nullable Float low,
        @Nullable Float high,
        String rangeLabel,
        @Nullable Float previous,
        String previousLabel)
        implements Drawing {
    /** Length of the scale; the box is wider, for the label of a previous score near its end. */
    private static final float LENGTH = 196;

    private static final float TOP = 10.5f;
    private static final float THICKNESS = 5;
    private static final float AXIS_Y = 17;
    private static final int FULL = 120;
    private static final int[] TICKS = {0, 70, 100, 120};

    @Override
    public void draw(Pencil pencil, float width, float height) {
        scale(pencil);
        if (score != null) {
            pencil.area(0, TOP, Math.min(1, score) * LENGTH, TOP + THICKNESS, Ink.DARK);
        }
        if (low != null && high != null && high - low > 0.001f) {
            range(pencil, low * LENGTH, high * LENGTH);
        }
        if (previous != null) {
            previous(pencil, previous * LENGTH, width);
        }
    }

    private static void scale(Pencil pencil) {
        pencil.line(0, AXIS_Y, LENGTH, AXIS_Y, 0.5f, Ink.DARK);
        for (int tick : TICKS) {
            float x = tick * LENGTH / FULL;
            pencil.line(x, AXIS_Y, x, AXIS_Y + 3, 0.5f, Ink.DARK);
            pencil.text(Integer.toString(tick), x, AXIS_Y + 9.4f, 6, false, Ink.NOTE, Pencil.Side.CENTRE);
        }
    }

    private void range(Pencil pencil, float from, float to) {
        float y = TOP - 3.1f;
        pencil.line(from, y, to, y, 0.6f, Ink.DARK);
        pencil.line(from, y - 1.8f, from, y + 1.8f, 0.6f, Ink.DARK);
        pencil.line(to, y - 1.8f, to, y + 1.8f, 0.6f, Ink.DARK);
        float room = pencil.width(rangeLabel, 6, false) + 4;
        if (from > room) {
            pencil.text(rangeLabel, from - 4, y + 1.6f, 6, false, Ink.NOTE, Pencil.Side.RIGHT);
        } else if (to + room < LENGTH) {
            pencil.text(rangeLabel, to + 4, y + 1.6f, 6, false, Ink.NOTE, Pencil.Side.LEFT);
        }
    }

    /** The label stands on the side where neither the bar nor the end of the scale is in its way. */
    private void previous(Pencil pencil, float x, float width) {
        pencil.area(x - 0.8f, TOP - 1, x + 0.8f, TOP + THICKNESS + 1, Ink.FAINT_MARK);
        float barEnd = Stream.of(score).filter(Objects::nonNull).findFirst().orElse(0f) * LENGTH;
        float start = Math.max(x, Math.min(barEnd, LENGTH)) + 4;
        if (start + pencil.width(previousLabel, 6, false) <= width) {
            pencil.text(previousLabel, start, TOP + 4.5f, 6, false, Ink.NOTE, Pencil.Side.LEFT);
        }
    }
}
