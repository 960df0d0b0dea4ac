package org.kpisuite.reports.pdf;

import java.awt.Color;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.StatusSign;

/** How statuses are drawn. */
final class Signs {
    static final float RADIUS = 2.9f;
    static final float SMALL_RADIUS = 2.5f;

    private Signs() {}

    static StatusSign sign(Status status, boolean open, Palette palette, float x, float radius) {
        return new StatusSign(form(status), colour(status, palette), open, x, radius);
    }

    private static StatusSign.Form form(Status status) {
        return switch (status) {
            case GREEN -> StatusSign.Form.CIRCLE;
            case AMBER -> StatusSign.Form.TRIANGLE;
            case RED -> StatusSign.Form.SQUARE;
            case GREY -> StatusSign.Form.RING;
        };
    }

    static Color colour(Status status, Palette palette) {
        return switch (status) {
            case GREEN -> palette.good();
            case AMBER -> palette.attention();
            case RED -> palette.bad();
            case GREY -> Ink.NEUTRAL;
        };
    }
}
