package org.kpisuite.reports.chart;

import java.awt.Color;

/** The fixed colours of every report; good, bad and accent are in {@link Palette}. */
public final class Ink {
    public static final Color TEXT = new Color(0x222222);
    public static final Color DARK = new Color(0x404040);
    public static final Color REFERENCE = new Color(0x5E5E5E);
    public static final Color NOTE = new Color(0x6A6A6A);
    public static final Color PRIOR_YEAR = new Color(0xC6C6C6);
    public static final Color PRIOR_YEAR_BEHIND = new Color(0xD2D2D2);
    public static final Color HAIRLINE = new Color(0xCFCFCF);
    public static final Color NEUTRAL = new Color(0x8C8C8C);
    public static final Color FAINT_MARK = new Color(0x7A7A7A);
    /** A total of the period before. */
    public static final Color PREVIOUS_TOTAL = new Color(0x9A9A9A);

    public static final Color LAG_BEFORE = new Color(0xA0A0A0);
    public static final Color INTERVAL = new Color(0xE3E3E3);
    public static final Color BOUND = new Color(0xE9E9E9);
    public static final Color PAPER = Color.WHITE;

    private Ink() {}
}
