package org.kpisuite.reports.chart;

/**
 * Two drawings side by side.
 *
 * @param left width of the left one, points
 * @param gap between both, points
 */
public record Beside(Drawing first, Drawing second, float left, float gap) implements Drawing {
    @Override
    public void draw(Pencil pencil, float width, float height) {
        first.draw(pencil, left, height);
        pencil.inside(left + gap, 0, () -> second.draw(pencil, width - left - gap, height));
    }
}
