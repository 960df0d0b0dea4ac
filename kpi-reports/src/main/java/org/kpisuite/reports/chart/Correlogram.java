package org.kpisuite.reports.chart;

import java.util.List;

/**
 * Correlations by lag as sticks, with the bound beyond which one counts.
 *
 * @param sticks from the earliest lag to the latest
 * @param bound of the absolute value
 * @param chosen the lag to go by
 */
public record Correlogram(
        String heading, List<Stick> sticks, float bound, String boundLabel, int chosen, String chosenLabel, String axis)
        implements Drawing {
    private static final float ONE = 44;
    private static final float ZERO = 67.5f;
    private static final float ABOVE = 43.1f;
    private static final float BELOW = 30.8f;
    private static final float LABELS_Y = 106.3f;
    private static final float AXIS_Y = 115.3f;
    private static final float SIZE = 6;
    private static final float APART_MIN = 14;

    /** One correlation. */
    public record Stick(int lag, float r) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        int most = sticks.stream().mapToInt(s -> Math.abs(s.lag())).max().orElse(1);
        float pitch = width / (2 * most + 1);
        float middle = width / 2;
        float half = Math.min(ABOVE, bound * ONE);
        pencil.area(0, ZERO - half, width, ZERO + Math.min(BELOW, half), Ink.BOUND);
        pencil.line(middle, ZERO - ABOVE, middle, ZERO + BELOW, 0.4f, Ink.HAIRLINE);
        pencil.line(0, ZERO, width, ZERO, 0.6f, Ink.DARK);
        for (Stick stick : sticks) {
            float x = middle + stick.lag() * pitch;
            boolean picked = stick.lag() == chosen;
            float weight = picked ? 2.4f : 1.2f;
            pencil.line(
                    x,
                    ZERO,
                    x,
                    ZERO - stick.r() * ONE,
                    weight,
                    picked ? pencil.accent() : stick.lag() < 0 ? Ink.LAG_BEFORE : Ink.DARK);
            if (picked) {
                float y = stick.r() >= 0 ? ZERO - stick.r() * ONE - 3 : ZERO - stick.r() * ONE + 7.5f;
                pencil.text(chosenLabel, x, y, 6.5f, true, pencil.accent(), Pencil.Side.CENTRE);
            }
        }
        pencil.text(heading, 0, 11.5f, 6.5f, false, Ink.TEXT, Pencil.Side.LEFT);
        pencil.text(boundLabel, 0, ZERO - half - 2.2f, SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
        labels(pencil, most, pitch, middle, width);
        pencil.text(axis, middle, AXIS_Y, SIZE, false, Ink.NOTE, Pencil.Side.CENTRE);
    }

    private void labels(Pencil pencil, int most, float pitch, float middle, float width) {
        label(pencil, 0, "0", middle, width, chosen == 0);
        if (chosen != 0) {
            label(pencil, chosen, signed(chosen), middle + chosen * pitch, width, true);
        }
        for (int edge : new int[] {-most, most}) {
            boolean free = Math.abs(edge - chosen) * pitch >= APART_MIN && most * pitch >= APART_MIN;
            if (free) {
                label(pencil, edge, signed(edge), middle + edge * pitch, width, false);
            }
        }
    }

    private static String signed(int lag) {
        return lag < 0 ? "\u2212" + -lag : "+" + lag;
    }

    private static void label(Pencil pencil, int lag, String text, float x, float width, boolean accented) {
        float half = pencil.width(text, SIZE, false) / 2;
        float at = lag == 0 ? x : Math.max(half - 4, Math.min(width - half + 4, x));
        at = Math.min(at, width - half);
        pencil.text(text, at, LABELS_Y, SIZE, false, accented ? pencil.accent() : Ink.NOTE, Pencil.Side.CENTRE);
    }
}
