package org.kpisuite.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two series as columns, one under the other, so that what belongs together stands in one line: the lower one is moved left
 * by a lag. Each has its own scale from zero.
 *
 * @param compared the column that is compared, below 0 for none
 */
public record AlignedSeries(Series upper, Series lower, int compared, Comparison comparison, String noForecast)
        implements Drawing {
    private static final float WIDTH = 250;
    private static final float COLUMN = 0.68f;
    private static final float UPPER_ZERO = 59.5f;
    private static final float UPPER_HEIGHT = 37.1f;
    private static final float LOWER_ZERO = 137.5f;
    private static final float LOWER_HEIGHT = 51.2f;
    private static final float HEADING_SIZE = 6.5f;
    private static final float LABEL_SIZE = 6;
    private static final float APART = 2.4f;
    private static final float LINE_APART = 7;

    /**
     * A series with its heading.
     *
     * @param unit after the name, as an aside
     */
    public record Series(String name, String unit, List<Column> columns) {}

    /**
     * One period; values are of one scale from zero, null where there is none.
     *
     * @param forecast the whole of a running period, or what is foretold
     * @param low of the interval of what is foretold
     * @param label under the axis; empty for none
     * @param forecastLabel above what is foretold; empty for none
     */
    public record Column(
            @Nullable Float actual,
            @Nullable Float forecast,
            @Nullable Float low,
            @Nullable Float high,
            String label,
            String forecastLabel) {
        Stream<Float> values() {
            return Stream.of(actual, forecast, high).filter(Objects::nonNull);
        }
    }

    /**
     * What stands at the compared columns.
     *
     * @param model what the leading series let expect, on the scale of the lower one; null for nothing
     */
    public record Comparison(
            String upperValue,
            String upperChange,
            String lowerValue,
            String lowerChange,
            @Nullable Float model,
            String modelLabel) {
        public static final Comparison NONE = new Comparison("", "", "", "", null, "");
    }

    private record Plot(Series series, float zero, float unit, float pitch) {
        float y(float value) {
            return zero - value * unit;
        }

        float left(int column) {
            return column * pitch + pitch * (1 - COLUMN) / 2;
        }

        float middle(int column) {
            return (column + 0.5f) * pitch;
        }

        /** The top of all that stands between two places. */
        float top(float from, float to) {
            float top = zero;
            for (int i = 0; i < series.columns().size(); i++) {
                if (left(i) < to && left(i) + COLUMN * pitch > from) {
                    top = Math.min(
                            top,
                            y(series.columns()
                                    .get(i)
                                    .values()
                                    .max(Float::compare)
                                    .orElse(0f)));
                }
            }
            return top;
        }
    }

    @Override
    public void draw(Pencil pencil, float width, float height) {
        float pitch = WIDTH
                / Math.max(1, Math.max(upper.columns().size(), lower.columns().size()));
        Plot top = plot(upper, UPPER_ZERO, UPPER_HEIGHT, null, pitch);
        Plot bottom = plot(lower, LOWER_ZERO, LOWER_HEIGHT, comparison.model(), pitch);
        series(pencil, top, 11.5f);
        series(pencil, bottom, 78);
        if (compared >= 0) {
            compare(pencil, top, bottom);
        }
        for (int i = 0; i < lower.columns().size(); i++) {
            forecastLabel(pencil, bottom, i);
        }
        if (!noForecast.isEmpty()) {
            float left = WIDTH - pencil.width(noForecast, LABEL_SIZE, false);
            // Beside a compared column at the end it would stand on its numbers; the words below say it, too.
            if (compared >= 0
                    && bottom.middle(compared) + pencil.width(comparison.lowerValue(), LABEL_SIZE, false) > left) {
                return;
            }
            float y = Math.min(LOWER_ZERO - 4, bottom.top(left, WIDTH) - 3);
            pencil.text(noForecast, WIDTH, y, LABEL_SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
        }
    }

    private static Plot plot(Series series, float zero, float height, @Nullable Float more, float pitch) {
        float largest = Stream.concat(series.columns().stream().flatMap(Column::values), Stream.ofNullable(more))
                .max(Float::compare)
                .orElse(1f);
        return new Plot(series, zero, height / Math.max(largest, 1e-6f), pitch);
    }

    private static void series(Pencil pencil, Plot plot, float heading) {
        Series series = plot.series();
        pencil.text(series.name(), 0, heading, HEADING_SIZE, false, Ink.TEXT, Pencil.Side.LEFT);
        float from = pencil.width(series.name(), HEADING_SIZE, false);
        pencil.text(series.unit(), from, heading, HEADING_SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
        for (int i = 0; i < series.columns().size(); i++) {
            interval(pencil, plot, i);
        }
        for (int i = 0; i < series.columns().size(); i++) {
            column(pencil, plot, i);
        }
        pencil.line(0, plot.zero(), WIDTH, plot.zero(), 0.6f, Ink.DARK);
    }

    private static void interval(Pencil pencil, Plot plot, int i) {
        Column c = plot.series().columns().get(i);
        if (c.low() != null && c.high() != null) {
            float left = i * plot.pitch();
            float right = left + plot.pitch();
            pencil.area(left, plot.y(c.high()), right, plot.y(c.low()), Ink.INTERVAL);
            pencil.line(left, plot.y(c.high()), right, plot.y(c.high()), 0.4f, Ink.NEUTRAL);
            pencil.line(left, plot.y(c.low()), right, plot.y(c.low()), 0.4f, Ink.NEUTRAL);
        }
    }

    private static void column(Pencil pencil, Plot plot, int i) {
        Column c = plot.series().columns().get(i);
        float left = plot.left(i);
        float right = left + COLUMN * plot.pitch();
        float base = c.actual() == null ? plot.zero() : plot.y(c.actual());
        if (c.forecast() != null && plot.y(c.forecast()) < base) {
            Rectangle2D.Float box = Pencil.rectangle(left, plot.y(c.forecast()), right, base);
            pencil.fill(box, Ink.PAPER);
            Scenario.FORECAST.fill(pencil, box);
        }
        if (c.actual() != null) {
            pencil.area(left, base, right, plot.zero(), Ink.DARK);
        }
        if (!c.label().isEmpty()) {
            float half = pencil.width(c.label(), LABEL_SIZE, false) / 2;
            float x = Math.max(half + 0.2f, Math.min(WIDTH - half, plot.middle(i)));
            pencil.text(c.label(), x, plot.zero() + 7.6f, LABEL_SIZE, false, Ink.NOTE, Pencil.Side.CENTRE);
        }
    }

    /** Above what is foretold; above the words of the model too where both would meet. */
    private void forecastLabel(Pencil pencil, Plot plot, int i) {
        Column c = plot.series().columns().get(i);
        if (c.forecastLabel().isEmpty() || c.forecast() == null) {
            return;
        }
        float right = plot.left(i) + COLUMN * plot.pitch();
        float left = right - pencil.width(c.forecastLabel(), LABEL_SIZE, false);
        float y = plot.top(left, right) - 3.8f;
        Float model = comparison.model();
        if (compared >= 0 && model != null) {
            float other = plot.y(model) + 2.2f;
            float end = plot.middle(compared) + 7.3f + pencil.width(comparison.modelLabel(), LABEL_SIZE, false);
            if (left < end + APART && Math.abs(y - other) < LINE_APART) {
                y = other - LINE_APART;
            }
        }
        pencil.text(c.forecastLabel(), right, y, LABEL_SIZE, false, Ink.TEXT, Pencil.Side.RIGHT);
    }

    private void compare(Pencil pencil, Plot top, Plot bottom) {
        values(pencil, top, comparison.upperValue(), comparison.upperChange());
        values(pencil, bottom, comparison.lowerValue(), comparison.lowerChange());
        Float model = comparison.model();
        if (model == null) {
            return;
        }
        float x = top.middle(compared);
        float y = bottom.y(model);
        pencil.line(x, UPPER_ZERO + 1, x, y - 1.2f, 0.6f, pencil.accent());
        pencil.line(x - 4.5f, y, x + 4.5f, y, 1.1f, pencil.accent());
        pencil.text(comparison.modelLabel(), x + 7.3f, y + 2.2f, LABEL_SIZE, false, pencil.accent(), Pencil.Side.LEFT);
    }

    /** Above the columns that they cover: the value over its own, the change to the left of it, near the edge to the right. */
    private void values(Pencil pencil, Plot plot, String value, String change) {
        List<Column> columns = plot.series().columns();
        Float actual = compared < columns.size() ? columns.get(compared).actual() : null;
        if (actual == null || value.isEmpty()) {
            return;
        }
        float half = pencil.width(value, HEADING_SIZE, false) / 2;
        float changed = pencil.width(change, HEADING_SIZE, true);
        float x = Math.min(WIDTH - half, Math.max(half, plot.middle(compared)));
        boolean before = x - half - APART - changed >= 0;
        float from = before ? x - half - APART - changed : x - half;
        float to = before ? x + half : x + half + APART + changed;
        float y = plot.top(from, to) - 2.2f;
        Float model = comparison.model();
        boolean meets =
                plot.series().equals(lower) && model != null && before && y - HEADING_SIZE < plot.y(model) + 1.5f;
        x -= meets ? half + 2 * APART : 0;
        pencil.text(value, x, y, HEADING_SIZE, false, Ink.TEXT, Pencil.Side.CENTRE);
        pencil.text(
                change,
                before ? x - half - APART : x + half + APART,
                y,
                HEADING_SIZE,
                true,
                Ink.TEXT,
                before ? Pencil.Side.RIGHT : Pencil.Side.LEFT);
    }
}
