package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.geom.Path2D;

/**
 * A relative variance as a pin: thin line, square head. Beyond the end of the axis a break sign stands on the line.
 *
 * @param share of the half width, beyond ±1 it is clipped; NaN draws no pin
 * @param small thin pin of a line that only explains
 */
public record Pin(Axis axis, float share, boolean small, Color colour) implements Drawing {
    /** From the axis to its end. */
    public static final float HALF_WIDTH = 31;

    private static final float BREAK_AT = 0.62f;
    private static final float BREAK_HEIGHT = 6;
    private static final float BREAK_WEIGHT = 0.55f;
    private static final float BREAK_APART = 1.8f;

    @Override
    public void draw(Pencil pencil, float width, float height) {
        float x = width / 2;
        float y = height / 2;
        axis.draw(pencil, x, height, true);
        if (!axis.visible() || Float.isNaN(share)) {
            return;
        }
        float end = x + Math.max(-1, Math.min(1, share)) * HALF_WIDTH;
        float edge = x + Math.signum(share) * Axis.HALF_WIDTH;
        if (share != 0 && Math.abs(end - x) > Axis.HALF_WIDTH) {
            pencil.line(edge, y, end, y, small ? 0.9f : 1.3f, colour);
        }
        if (Math.abs(share) > 1) {
            breakSign(pencil, x + Math.signum(share) * BREAK_AT * HALF_WIDTH, y);
        }
        float half = small ? 1.5f : 2;
        pencil.area(end - half, y - half, end + half, y + half, small ? Ink.FAINT_MARK : Ink.DARK);
    }

    private static void breakSign(Pencil pencil, float x, float y) {
        float lean = 1.2f;
        float half = BREAK_HEIGHT / 2;
        float apart = BREAK_APART / 2;
        Path2D.Float gap = new Path2D.Float();
        gap.moveTo(x - apart - lean, y + half);
        gap.lineTo(x + apart - lean, y + half);
        gap.lineTo(x + apart + lean, y - half);
        gap.lineTo(x - apart + lean, y - half);
        gap.closePath();
        pencil.fill(gap, Ink.PAPER);
        pencil.line(x - apart - lean, y + half, x - apart + lean, y - half, BREAK_WEIGHT, Ink.DARK);
        pencil.line(x + apart - lean, y + half, x + apart + lean, y - half, BREAK_WEIGHT, Ink.DARK);
    }
}
