package org.kpisuite.reports.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A series as columns from zero: prior year behind, plan outlined, actual in front, forecast hatched; above it the
 * variances against plan on their own scale.
 *
 * @param columns oldest first
 * @param variance the last variance, beside the axis; empty where there is none
 * @param value words above the last closed actual
 * @param atEnd words at the right, at the height of their values
 */
public record Columns(Caption caption, List<Column> columns, Variance variance, String value, List<Label> atEnd)
        implements Drawing {
    private static final String VARIANCE = "ΔPL ";
    private static final float SIZE = 6;
    private static final float RIGHT = 36;
    private static final float CAPTION_BASELINE = 29;
    private static final float RULE = 32;
    private static final float VARIANCE_TOP = 37;
    private static final float VARIANCE_HEIGHT = 23;
    private static final float VALUE_TOP = 75;
    private static final float VALUE_HEIGHT = 49;
    private static final float LABEL_BASELINE = 8;
    private static final float WIDE = 0.84f;
    private static final float SLIM = 0.44f;
    private static final float LABEL_APART = 7;
    private static final float AXIS_HALF = 0.9f;

    public Columns {
        columns = List.copyOf(columns);
        atEnd = List.copyOf(atEnd);
    }

    /**
     * One period; values are shares of one scale, null where there is none.
     *
     * @param actual what is in so far
     * @param forecast the whole period, in a period that still runs
     * @param additive whether the forecast stands on top of the actual rather than instead of it
     * @param variance share of the scale of variances
     * @param label short name of the period; empty where its column is not named
     */
    public record Column(
            @Nullable Float actual,
            @Nullable Float plan,
            @Nullable Float priorYear,
            @Nullable Float forecast,
            boolean additive,
            @Nullable Float variance,
            Color varianceColour,
            boolean open,
            String label) {
        Stream<Float> values() {
            return Stream.of(actual, plan, priorYear, forecast).filter(Objects::nonNull);
        }
    }

    /** A variance in words; an adverse one is bold. */
    public record Variance(String text, boolean adverse) {}

    /** Words at the height of a value. */
    public record Label(String text, float value, boolean strong) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        caption.draw(pencil, 0, CAPTION_BASELINE);
        pencil.line(0, RULE, width, RULE, 0.3f, Ink.HAIRLINE);
        float plot = width - right(pencil);
        Range range = range();
        float pitch = plot / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            column(pencil, columns.get(i), i * pitch, pitch, range);
        }
        float zero = range.y(0);
        pencil.line(0, zero, plot, zero, 0.6f, Ink.DARK);
        variances(pencil, plot, pitch, width);
        periods(pencil, pitch, plot);
        labels(pencil, range, width);
        valueLabel(pencil, range, pitch);
    }

    /** Room for the words at the right. */
    private float right(Pencil pencil) {
        float widest = variance.text.isEmpty()
                ? 0
                : pencil.width(VARIANCE, SIZE, false) + pencil.width(variance.text, SIZE, variance.adverse);
        for (Label label : atEnd) {
            widest = Math.max(widest, pencil.width(label.text, SIZE, false));
        }
        return Math.max(RIGHT, widest + 3);
    }

    private Range range() {
        List<Float> all = columns.stream().flatMap(Column::values).toList();
        float low = Math.min(0, all.stream().min(Float::compare).orElse(0f));
        float high = Math.max(0, all.stream().max(Float::compare).orElse(1f));
        return new Range(low, high > low ? high : low + 1);
    }

    private static void column(Pencil pencil, Column c, float x, float pitch, Range range) {
        float wide = pitch * (1 - WIDE) / 2;
        float slim = pitch * (1 - SLIM) / 2;
        float zero = range.y(0);
        if (c.priorYear() != null) {
            pencil.area(x + wide, zero, x + pitch - wide, range.y(c.priorYear()), Ink.PRIOR_YEAR_BEHIND);
        }
        if (c.plan() != null) {
            Scenario.PLAN.fill(pencil, Pencil.rectangle(x + wide, zero, x + pitch - wide, range.y(c.plan())));
        }
        if (c.forecast() != null) {
            float base = c.additive() && c.actual() != null ? range.y(c.actual()) : zero;
            pencil.area(x + slim, base, x + pitch - slim, range.y(c.forecast()), Ink.PAPER);
            Scenario.FORECAST.fill(pencil, Pencil.rectangle(x + slim, base, x + pitch - slim, range.y(c.forecast())));
        }
        if (c.actual() != null && (c.forecast() == null || c.additive())) {
            pencil.area(x + slim, zero, x + pitch - slim, range.y(c.actual()), Ink.DARK);
        }
    }

    /** The axis of the variances stands high, low or in the middle, as their signs need. */
    private void variances(Pencil pencil, float plot, float pitch, float width) {
        List<Float> all =
                columns.stream().map(Column::variance).filter(Objects::nonNull).toList();
        if (all.isEmpty()) {
            return;
        }
        float low = Math.min(0, all.stream().min(Float::compare).orElseThrow());
        float high = Math.max(0, all.stream().max(Float::compare).orElseThrow());
        float unit = high > low ? VARIANCE_HEIGHT / (high - low) : 0;
        float axis = VARIANCE_TOP + high * unit;
        pencil.area(0, axis - AXIS_HALF, plot, axis + AXIS_HALF, Ink.PAPER);
        pencil.stroke(Pencil.rectangle(0, axis - AXIS_HALF, plot, axis + AXIS_HALF), 0.4f, Ink.DARK);
        float inset = pitch * (1 - 2 * SLIM * 0.65f) / 2;
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            if (c.variance() != null && c.variance() != 0) {
                float edge = axis - Math.signum(c.variance()) * AXIS_HALF;
                var box =
                        Pencil.rectangle(i * pitch + inset, edge, (i + 1) * pitch - inset, edge - c.variance() * unit);
                (c.open() ? Scenario.FORECAST : Scenario.ACTUAL).fill(pencil, box, c.varianceColour());
            }
        }
        if (!variance.text.isEmpty()) {
            float y = axis + 2.2f;
            pencil.text(variance.text, width, y, SIZE, variance.adverse, Ink.TEXT, Pencil.Side.RIGHT);
            float start = width - pencil.width(variance.text, SIZE, variance.adverse);
            pencil.text(VARIANCE, start, y, SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
        }
    }

    /** A name stands in the middle of its column where it fits, else from its left edge on; the last one ends with it. */
    private void periods(Pencil pencil, float pitch, float plot) {
        float y = VALUE_TOP + VALUE_HEIGHT + LABEL_BASELINE;
        for (int i = 0; i < columns.size(); i++) {
            String label = columns.get(i).label();
            if (pencil.width(label, SIZE, false) <= pitch) {
                pencil.text(label, (i + 0.5f) * pitch, y, SIZE, false, Ink.NOTE, Pencil.Side.CENTRE);
            } else if (i == columns.size() - 1) {
                pencil.text(label, plot, y, SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
            } else {
                pencil.text(label, i * pitch, y, SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
            }
        }
    }

    /** The labels at the end stand at their values, pushed apart where they would touch. */
    private void labels(Pencil pencil, Range range, float width) {
        List<Label> sorted = new ArrayList<>(atEnd);
        sorted.sort((a, b) -> Float.compare(b.value(), a.value()));
        float[] y = new float[sorted.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = range.y(sorted.get(i).value()) + 2.2f;
        }
        for (int i = 1; i < y.length; i++) {
            float overlap = LABEL_APART - (y[i] - y[i - 1]);
            if (overlap > 0) {
                y[i - 1] -= overlap / 2;
                y[i] += overlap / 2;
            }
        }
        float shift = y.length == 0 ? 0 : Math.min(0, VALUE_TOP + VALUE_HEIGHT - y[y.length - 1]);
        for (int i = 0; i < y.length; i++) {
            Label label = sorted.get(i);
            Color colour = label.strong() ? Ink.TEXT : Ink.NOTE;
            pencil.text(label.text(), width, y[i] + shift, SIZE, false, colour, Pencil.Side.RIGHT);
        }
    }

    /** Above the highest mark of its neighbours. */
    private void valueLabel(Pencil pencil, Range range, float pitch) {
        int i = lastClosed();
        if (i < 0) {
            return;
        }
        float half = pencil.width(value, 6.5f, false) / 2;
        float x = Math.max(half, Math.min((i + 0.5f) * pitch, columns.size() * pitch - half));
        int reach = (int) Math.ceil(half / pitch);
        float top = columns.subList(Math.max(0, i - reach), Math.min(columns.size(), i + reach + 1)).stream()
                .flatMap(Column::values)
                .max(Float::compare)
                .orElse(0f);
        pencil.text(value, x, range.y(Math.max(0, top)) - 2.5f, 6.5f, false, Ink.TEXT, Pencil.Side.CENTRE);
    }

    private int lastClosed() {
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (columns.get(i).actual() != null && !columns.get(i).open()) {
                return i;
            }
        }
        return -1;
    }

    private record Range(float low, float high) {
        float y(float value) {
            return VALUE_TOP + (high - value) / (high - low) * VALUE_HEIGHT;
        }
    }
}
