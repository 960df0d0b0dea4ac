package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An SVG drawing as text. Coordinates are pixels with one decimal; colours come from classes of the style sheet. */
final class Svg {
    private final StringBuilder out = new StringBuilder(256);

    /** A drawing that says nothing that is not printed beside it. */
    static Svg silent(int width, int height) {
        return new Svg().open(width, height, "aria-hidden=\"true\"");
    }

    /** A drawing that readers hear as a sentence. */
    static Svg spoken(int width, int height, String label) {
        return new Svg().open(width, height, "role=\"img\" aria-label=\"" + escape(label) + "\"");
    }

    private Svg open(int width, int height, String access) {
        out.append("<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" %s>"
                .formatted(width, height, width, height, access));
        return this;
    }

    Svg rect(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height, String type) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
                .formatted(px(x), px(y), px(width), px(height), type));
        return this;
    }

    Svg path(String d, String type) {
        out.append("<path d=\"%s\" class=\"%s\"/>".formatted(d, type));
        return this;
    }

    Svg dot(BigDecimal x, BigDecimal y, String type) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"2.2\" class=\"%s\"/>".formatted(px(x), px(y), type));
        return this;
    }

    /** A text whose anchor is start, middle or end. */
    Svg text(BigDecimal x, int y, String anchor, String text, String type) {
        out.append("<text x=\"%s\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">%s</text>"
                .formatted(px(x), y, anchor, type, escape(text)));
        return this;
    }

    String end() {
        return out.append("</svg>").toString();
    }

    static String px(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    static BigDecimal px(int value) {
        return BigDecimal.valueOf(value);
    }

    /** {@code length · value / largest}, 0 where there is no largest. */
    static BigDecimal part(BigDecimal value, BigDecimal largest, int length) {
        return largest.signum() == 0
                ? BigDecimal.ZERO
                : value.multiply(BigDecimal.valueOf(length)).divide(largest, 2, RoundingMode.HALF_UP);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
