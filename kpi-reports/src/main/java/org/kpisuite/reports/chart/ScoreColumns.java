package org.kpisuite.reports.chart;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores of several periods as columns on a scale from 0 to 120, the limits of the statuses dashed; a period without a score
 * is a dash.
 *
 * @param columns oldest first
 * @param limits from the highest
 * @param caption what stands above; empty where it stands elsewhere
 */
public record ScoreColumns(Optional<Caption> caption, List<Column> columns, List<Limit> limits) implements Drawing {
    private static final float FULL = 120;
    private static final float SIZE = 6;
    private static final float VALUE_SIZE = 6.5f;
    private static final float RIGHT = 36;
    private static final float CAPTION_BASELINE = 29;
    private static final float RULE = 32;
    private static final float TOP = 45;
    private static final float LABEL_ROOM = 13;
    private static final float FILLED = 0.6f;
    private static final float DASH = 4;

    public ScoreColumns {
        columns = List.copyOf(columns);
        limits = List.copyOf(limits);
    }

    /**
     * One period.
     *
     * @param points null where it was not rated
     * @param value words above the column; empty for none
     * @param open whether it still runs
     * @param label name of the period; empty where its column is not named
     */
    public record Column(@Nullable Float points, String value, boolean open, String label) {}

    /** A dashed line at a number of points, named at the right. */
    public record Limit(float points, String name) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        caption.ifPresent(c -> {
            c.draw(pencil, 0, CAPTION_BASELINE);
            pencil.line(0, RULE, width, RULE, 0.3f, Ink.HAIRLINE);
        });
        float plot = caption.isPresent() ? width - RIGHT : width;
        float top = caption.isPresent() ? TOP : 0;
        float bottom = caption.isPresent() ? height - LABEL_ROOM : height - 9;
        float unit = (bottom - top) / FULL;
        for (Limit limit : limits) {
            float y = bottom - limit.points * unit;
            pencil.dashed(0, y, plot, y, 0.5f, Ink.NEUTRAL, 1.6f, 1.2f);
            pencil.text(limit.name, width, y + 2.2f, SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
        }
        float pitch = plot / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            column(pencil, columns.get(i), i * pitch, pitch, bottom, unit);
        }
        pencil.line(0, bottom, plot, bottom, 0.6f, Ink.DARK);
        periods(pencil, pitch, plot, bottom);
    }

    private static void column(Pencil pencil, Column c, float x, float pitch, float bottom, float unit) {
        float middle = x + pitch / 2;
        if (c.points == null) {
            pencil.line(middle - DASH / 2, bottom - 4, middle + DASH / 2, bottom - 4, 0.5f, Ink.NEUTRAL);
            return;
        }
        float top = bottom - Math.min(FULL, c.points) * unit;
        float half = pitch * FILLED / 2;
        var box = Pencil.rectangle(middle - half, top, middle + half, bottom);
        if (c.open) {
            pencil.fill(box, Ink.PAPER);
        }
        (c.open ? Scenario.FORECAST : Scenario.ACTUAL).fill(pencil, box);
        if (!c.value.isEmpty()) {
            float room = pencil.width(c.value, VALUE_SIZE, false) / 2;
            pencil.area(middle - room, top - 8, middle + room, top - 1.5f, Ink.PAPER);
            pencil.text(c.value, middle, top - 2.5f, VALUE_SIZE, false, Ink.TEXT, Pencil.Side.CENTRE);
        }
    }

    private void periods(Pencil pencil, float pitch, float plot, float bottom) {
        for (int i = 0; i < columns.size(); i++) {
            String label = columns.get(i).label;
            if (i == columns.size() - 1) {
                pencil.text(label, plot, bottom + 8, SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
            } else {
                pencil.text(label, i * pitch, bottom + 8, SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
            }
        }
    }
}
