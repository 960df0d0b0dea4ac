package org.kpisuite.reports.page;

/**
 * A text with the style that sets it: so that numbers of a column stand on one decimal axis.
 *
 * <p>Style names are those of the template: kind, weight, then the decimals, or {@code w} for words, which end where column
 * heads end.
 */
public record Printed(String text, String style) {
    private static final int DECIMALS_MAX = 4;

    /** Kinds of numbers in the template. */
    public enum Kind {
        VALUE("k"),
        REFERENCE("r"),
        DIAGNOSTIC("d"),
        SMALL("f");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    public static Printed number(String text, Kind kind, boolean bold, int decimals) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return new Printed(text, kind.letter + (bold ? "b" : "") + (digits ? Math.min(decimals, DECIMALS_MAX) : 0));
    }

    public static Printed word(String text, Kind kind) {
        return new Printed(text, kind.letter + "w");
    }

    /** A unit in place of a number. */
    public static Printed unit(String text) {
        return new Printed(text, "unit");
    }

    /** A mark right of a number of that many decimals. */
    public static Printed mark(String text, Kind kind, int decimals) {
        String size = kind == Kind.DIAGNOSTIC ? Kind.DIAGNOSTIC.letter : Kind.VALUE.letter;
        return new Printed(text, "m" + size + Math.min(decimals, DECIMALS_MAX));
    }
}
