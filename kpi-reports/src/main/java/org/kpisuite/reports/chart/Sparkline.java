package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a series on its own range, without axis; the plan as dashes beneath.
 *
 * @param actual share of any linear scale for each period, null where there is none
 * @param plan on the same scale
 * @param estimate whether the last actual is an estimate of a period that still runs
 * @param small thin line of a row that only explains
 */
public record Sparkline(List<@Nullable Float> actual, List<@Nullable Float> plan, boolean estimate, boolean small)
        implements Drawing {
    private static final float PADDING = 0.06f;

    @Override
    public void draw(Pencil pencil, float width, float height) {
        List<Float> all = Stream.concat(actual.stream(), plan.stream())
                .filter(Objects::nonNull)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        Frame frame = frame(all, width, height);
        segments(pencil, frame, plan, 0.5f, Ink.NEUTRAL, true);
        Color colour = small ? Ink.FAINT_MARK : Ink.DARK;
        int closed = estimate ? actual.size() - 1 : actual.size();
        segments(pencil, frame, actual.subList(0, closed), small ? 0.6f : 0.9f, colour, false);
        last(pencil, frame, colour, closed);
    }

    private static Frame frame(List<Float> all, float width, float height) {
        float low = all.stream().min(Float::compare).orElseThrow();
        float high = all.stream().max(Float::compare).orElseThrow();
        float range = high > low ? high - low : Math.max(1e-6f, Math.abs(high));
        return new Frame(width, height, low - PADDING * range, range * (1 + 2 * PADDING));
    }

    private void segments(
            Pencil pencil, Frame frame, List<@Nullable Float> series, float weight, Color colour, boolean dashes) {
        for (int i = 1; i < series.size(); i++) {
            Float from = series.get(i - 1);
            Float to = series.get(i);
            if (from != null && to != null) {
                piece(pencil, frame, i - 1, from, i, to, weight, colour, dashes);
            }
        }
    }

    private void piece(
            Pencil pencil, Frame frame, int i, float from, int k, float to, float weight, Color colour, boolean dash) {
        int n = actual.size();
        if (dash) {
            pencil.dashed(frame.x(i, n), frame.y(from), frame.x(k, n), frame.y(to), weight, colour, 1.6f, 1.2f);
        } else {
            pencil.line(frame.x(i, n), frame.y(from), frame.x(k, n), frame.y(to), weight, colour);
        }
    }

    /** A hollow dot at the end of an estimate, a solid one where the series stops before its last period. */
    private void last(Pencil pencil, Frame frame, Color colour, int closed) {
        int n = actual.size();
        Float end = actual.get(n - 1);
        Optional<Integer> before = lastBefore(closed);
        if (estimate && end != null) {
            before.ifPresent(i -> piece(
                    pencil,
                    frame,
                    i,
                    Objects.requireNonNull(actual.get(i)),
                    n - 1,
                    end,
                    small ? 0.6f : 0.9f,
                    colour,
                    true));
            Ellipse2D.Float dot = dot(frame.x(n - 1, n), frame.y(end), 1.5f);
            pencil.fill(dot, Ink.PAPER);
            pencil.stroke(dot, small ? 0.6f : 0.9f, colour);
        } else if (end == null) {
            before.ifPresent(
                    i -> pencil.fill(dot(frame.x(i, n), frame.y(Objects.requireNonNull(actual.get(i))), 1.5f), colour));
        }
    }

    private Optional<Integer> lastBefore(int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (actual.get(i) != null) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Ellipse2D.Float dot(float x, float y, float r) {
        return new Ellipse2D.Float(x - r, y - r, 2 * r, 2 * r);
    }

    private record Frame(float width, float height, float low, float range) {
        float x(int index, int count) {
            return index * width / Math.max(1, count - 1);
        }

        float y(float value) {
            return height - (value - low) / range * height;
        }
    }
}
