package org.kpisuite.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many have each status, and all of them on one scale from 0 to 120; signs that would touch stack upward.
 *
 * @param countsLabel what stands above the counts, {@code axisLabel} above the scale
 * @param limits points that are marked on the scale besides its ends
 */
public record StatusAxis(
        String countsLabel, List<Count> counts, String axisLabel, List<Point> points, List<Tick> limits)
        implements Drawing {
    private static final float FULL = 120;
    private static final float LABEL_SIZE = 6.5f;
    private static final float COUNT_SIZE = 11;
    private static final float TICK_SIZE = 6;
    private static final float LABEL_BASELINE = 11;
    private static final float COUNT_BASELINE = 31;
    private static final float COUNT_MIDDLE = 27;
    private static final float COUNT_APART = 9;
    private static final float AXIS_LEFT = 216;
    private static final float AXIS_RIGHT = 10;
    private static final float AXIS = 30.7f;
    private static final float SIGN_MIDDLE = 25;
    /** The width of a sign: nearer ones would run together. */
    private static final float CLOSE = 6.2f;

    private static final float STACK = 6;
    private static final int STACK_MAX = 3;
    private static final float RULE = 47;

    public StatusAxis {
        counts = List.copyOf(counts);
        points = List.copyOf(points);
        limits = List.copyOf(limits);
    }

    /** How many have a status. */
    public record Count(StatusSign sign, String number) {}

    /** One of them on the scale. */
    public record Point(float points, StatusSign sign) {}

    /** A number of points on the scale. */
    public record Tick(float points, String name) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        pencil.text(countsLabel, 0, LABEL_BASELINE, LABEL_SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
        float x = 1;
        for (Count count : counts) {
            float radius = count.sign.radius();
            count.sign.at(pencil, x + radius, COUNT_MIDDLE);
            x += 2 * radius + 4;
            pencil.text(count.number, x, COUNT_BASELINE, COUNT_SIZE, false, Ink.TEXT, Pencil.Side.LEFT);
            x += pencil.width(count.number, COUNT_SIZE, false) + COUNT_APART;
        }
        axis(pencil, width - AXIS_RIGHT);
        pencil.line(0, RULE, width, RULE, 0.4f, Ink.HAIRLINE);
    }

    private void axis(Pencil pencil, float right) {
        pencil.text(axisLabel, AXIS_LEFT, LABEL_BASELINE, LABEL_SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
        float unit = (right - AXIS_LEFT) / FULL;
        pencil.line(AXIS_LEFT, AXIS, right, AXIS, 0.6f, Ink.DARK);
        List<Tick> ticks = new ArrayList<>(limits);
        ticks.add(new Tick(0, "0"));
        ticks.add(new Tick(FULL, "120"));
        for (Tick tick : ticks) {
            float x = AXIS_LEFT + tick.points * unit;
            boolean end = tick.points == 0 || tick.points == FULL;
            if (end) {
                pencil.line(x, AXIS, x, AXIS + 2, 0.6f, Ink.DARK);
            } else {
                pencil.dashed(x, AXIS - 14, x, AXIS + 2, 0.5f, Ink.NEUTRAL, 1.6f, 1.2f);
            }
            pencil.text(tick.name, x, AXIS + 9, TICK_SIZE, false, Ink.NOTE, Pencil.Side.CENTRE);
        }
        signs(pencil, unit);
    }

    private void signs(Pencil pencil, float unit) {
        List<Point> sorted =
                points.stream().sorted(Comparator.comparing(Point::points)).toList();
        float last = Float.NEGATIVE_INFINITY;
        int level = 0;
        for (Point point : sorted) {
            float x = AXIS_LEFT + Math.min(FULL, point.points) * unit;
            level = x - last < CLOSE ? (level + 1) % STACK_MAX : 0;
            point.sign.at(pencil, x, SIGN_MIDDLE - level * STACK);
            last = x;
        }
    }
}
