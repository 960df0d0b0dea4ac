package org.kpisuite.reports.chart;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours that an organisation may choose. Geometry never depends on the choice, and nothing is said by colour alone.
 *
 * @param good of variances and statuses, nothing else
 * @param bad likewise; also of small bold words
 * @param accent of the relation of leading and lagging, and of bottlenecks
 */
public record Palette(Color good, Color bad, Color accent) {
    public static final Palette GREEN_RED = new Palette(new Color(0x4C9F38), new Color(0xC0392B), new Color(0x2F5C8F));

    /** For readers who cannot tell green from red. */
    public static final Palette BLUE_ORANGE =
            new Palette(new Color(0x2B6CB0), new Color(0xC05621), new Color(0x2F5C8F));

    private static final Color ATTENTION = new Color(0xC98A00);
    private static final Pattern OWN = Pattern.compile("#([0-9A-F]{6})[ ,]+#([0-9A-F]{6})[ ,]+#([0-9A-F]{6})");
    private static final int HEX = 16;

    /** Of marks against paper, after WCAG 2.2, 1.4.11. */
    private static final double MARK_CONTRAST_MIN = 3;

    /** Of words against paper, after WCAG 2.2, 1.4.3. */
    private static final double WORD_CONTRAST_MIN = 4.5;

    /** Of good against bad, so that they differ in print without colours, too. */
    private static final double APART_MIN = 1.15;

    /**
     * A set by its name, {@code GREEN_RED} or {@code BLUE_ORANGE}, or colours for good, bad and accent, {@code #RRGGBB} each.
     *
     * @throws IllegalArgumentException with what is wrong: no such set, no colours, or colours that cannot be told apart
     */
    public static Palette parse(String text) {
        String given = text.strip().toUpperCase(Locale.ROOT);
        if (given.equals("GREEN_RED")) {
            return GREEN_RED;
        }
        if (given.equals("BLUE_ORANGE")) {
            return BLUE_ORANGE;
        }
        Matcher own = OWN.matcher(given);
        if (!own.matches()) {
            throw new IllegalArgumentException(
                    "must be GREEN_RED, BLUE_ORANGE, or three colours like #4C9F38 #C0392B #2F5C8F for good, bad and accent,"
                            + " but is " + text);
        }
        List<Color> colours = List.of(1, 2, 3).stream()
                .map(i -> new Color(Integer.parseInt(own.group(i), HEX)))
                .toList();
        return new Palette(colours.get(0), colours.get(1), colours.get(2)).legible();
    }

    private Palette legible() {
        require("good " + hex(good) + " on white", contrast(good, Ink.PAPER), MARK_CONTRAST_MIN);
        require("bad " + hex(bad) + " on white", contrast(bad, Ink.PAPER), WORD_CONTRAST_MIN);
        require("accent " + hex(accent) + " on white", contrast(accent, Ink.PAPER), WORD_CONTRAST_MIN);
        require("good " + hex(good) + " beside bad " + hex(bad), contrast(good, bad), APART_MIN);
        return this;
    }

    private static void require(String what, double contrast, double least) {
        if (contrast < least) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "has too little contrast: %s is %.2f to 1, needed is %.2f", what, contrast, least));
        }
    }

    /** How many times the lighter one is as light as the darker one, 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = lightness(one) + 0.05;
        double second = lightness(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** Relative luminance after WCAG 2.2, 0 to 1. */
    private static double lightness(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06X", colour.getRGB() & 0xFFFFFF);
    }

    public Color attention() {
        return ATTENTION;
    }

    /** The colour of an effect: 1 good, −1 bad, 0 neither. */
    public Color of(int effect) {
        return effect > 0 ? good : effect < 0 ? bad : Ink.NEUTRAL;
    }

    /** What this palette has for a colour of the usual one; any other colour stays itself. */
    public Color inPlaceOf(Color usual) {
        if (usual.equals(GREEN_RED.bad)) {
            return bad;
        }
        return usual.equals(GREEN_RED.accent) ? accent : usual;
    }
}
