package org.kpisuite.reports.workbook;

import java.awt.Color;
import java.util.HexFormat;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** How a cell looks. Only horizontal rules, no frames, no shading; colour means good, bad or a status, nothing else. */
enum Look {
    MESSAGE(14, true, Look.INK, HorizontalAlignment.LEFT, Rule.NONE, false),
    SUBTITLE(10, false, Look.INK, HorizontalAlignment.LEFT, Rule.NONE, false),
    LEGEND(8, false, Look.GREY, HorizontalAlignment.LEFT, Rule.NONE, false),
    LABEL(8, false, Look.GREY, HorizontalAlignment.RIGHT, Rule.NONE, true),
    LABEL_LEFT(8, false, Look.GREY, HorizontalAlignment.LEFT, Rule.NONE, false),
    SCORE(18, true, Look.INK, HorizontalAlignment.LEFT, Rule.NONE, false),
    STRIP(11, false, Look.INK, HorizontalAlignment.RIGHT, Rule.NONE, false),
    HEAD(9, false, Look.DARK, HorizontalAlignment.RIGHT, Rule.HEAD, true),
    HEAD_LEFT(9, false, Look.DARK, HorizontalAlignment.LEFT, Rule.HEAD, true),
    HEAD_REMARK(9, false, Look.DARK, HorizontalAlignment.LEFT, Rule.HEAD, true),
    BLOCK(10, true, Look.INK, HorizontalAlignment.LEFT, Rule.BLOCK, false),
    BLOCK_NUMBER(10, true, Look.INK, HorizontalAlignment.RIGHT, Rule.BLOCK, false),
    TEXT(10, false, Look.INK, HorizontalAlignment.LEFT, Rule.HAIR, true),
    TEXT_GREY(10, false, Look.GREY, HorizontalAlignment.LEFT, Rule.HAIR, true),
    REMARK(9, false, Look.GREY, HorizontalAlignment.LEFT, Rule.HAIR, true),
    SIGN(10, false, Look.INK, HorizontalAlignment.CENTER, Rule.HAIR, false),
    STRIP_SIGN(11, false, Look.INK, HorizontalAlignment.LEFT, Rule.NONE, false),
    SUBTITLE_BOLD(10, true, Look.INK, HorizontalAlignment.LEFT, Rule.NONE, false),
    CHART_NUMBER(8, false, Look.GREY, HorizontalAlignment.RIGHT, Rule.NONE, false),
    CODE_NUMBER(10, false, Look.INK, HorizontalAlignment.LEFT, Rule.HAIR, false),
    PLAIN(10, false, Look.INK, HorizontalAlignment.LEFT, Rule.NONE, false),
    PLAIN_NUMBER(10, false, Look.INK, HorizontalAlignment.RIGHT, Rule.NONE, false),
    NUMBER(10, false, Look.INK, HorizontalAlignment.RIGHT, Rule.HAIR, false),
    NUMBER_GREY(10, false, Look.GREY, HorizontalAlignment.RIGHT, Rule.HAIR, false);

    static final String INK = "222222";
    static final String DARK = "404040";
    static final String GREY = "6A6A6A";
    static final String HAIRLINE = "CFCFCF";
    static final String PRIOR = "C6C6C6";
    static final String PLAN_LINE = "8C8C8C";
    static final String AMBER = "C98A00";

    /** Six hex digits of a colour. */
    static String hex(Color colour) {
        return HexFormat.of().withUpperCase().toHexDigits(colour.getRGB(), 6);
    }

    /** The same as pale as a bar behind numbers must be. */
    static String pale(Color colour) {
        return hex(new Color(paler(colour.getRed()), paler(colour.getGreen()), paler(colour.getBlue())));
    }

    private static int paler(int channel) {
        return 255 - Math.round((255 - channel) * 0.4f);
    }

    /** The line of a cell. */
    enum Rule {
        NONE,
        HAIR,
        HEAD,
        BLOCK
    }

    final int points;
    final boolean bold;
    final String colour;
    final HorizontalAlignment alignment;
    final Rule rule;
    final boolean wraps;

    Look(int points, boolean bold, String colour, HorizontalAlignment alignment, Rule rule, boolean wraps) {
        this.points = points;
        this.bold = bold;
        this.colour = colour;
        this.alignment = alignment;
        this.rule = rule;
        this.wraps = wraps;
    }

    /** Left-aligned text to the right of numbers keeps its distance. */
    boolean isRemark() {
        return this == REMARK || this == HEAD_REMARK || this == PLAIN;
    }
}
