package org.kpisuite.reports.chart;

import java.awt.Color;

/** Colours that judge: for variances and statuses only. Geometry never depends on the choice. */
public enum Palette {
    GREEN_RED(new Color(0x4C9F38), new Color(0xC0392B)),
    /** For readers who cannot tell green from red. */
    BLUE_ORANGE(new Color(0x2B6CB0), new Color(0xC05621));

    private static final Color ATTENTION = new Color(0xC98A00);

    private final Color good;
    private final Color bad;

    Palette(Color good, Color bad) {
        this.good = good;
        this.bad = bad;
    }

    public Color good() {
        return good;
    }

    public Color bad() {
        return bad;
    }

    public Color attention() {
        return ATTENTION;
    }

    /** The colour of an effect: 1 good, −1 bad, 0 neither. */
    public Color of(int effect) {
        return effect > 0 ? good : effect < 0 ? bad : Ink.NEUTRAL;
    }
}
