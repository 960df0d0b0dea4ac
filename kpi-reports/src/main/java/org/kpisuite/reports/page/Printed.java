package org.kpisuite.reports.page;

/**
 * A text with the style that sets it: so that numbers of a column stand on one decimal axis.
 *
 * <p>Style names are those of the template: size, weight, then the decimals, or {@code w} for words, which end where
 * column heads end.
 */
public record Printed(String text, String style) {
    private static final int DECIMALS_MAX = 2;

    /** Sizes of type in the template. */
    public enum Size {
        KPI("k"),
        DIAGNOSTIC("d"),
        SMALL("f");

        private final String letter;

        Size(String letter) {
            this.letter = letter;
        }
    }

    public static Printed number(String text, Size size, boolean bold, int decimals) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return new Printed(text, size.letter + (bold ? "b" : "") + (digits ? Math.min(decimals, DECIMALS_MAX) : 0));
    }

    public static Printed word(String text, Size size) {
        return new Printed(text, size.letter + "w");
    }

    /** A unit in place of a number. */
    public static Printed unit(String text) {
        return new Printed(text, "unit");
    }

    /** A mark right of a number of that many decimals. */
    public static Printed mark(String text, int decimals) {
        return new Printed(text, "m" + Math.min(decimals, DECIMALS_MAX));
    }
}
