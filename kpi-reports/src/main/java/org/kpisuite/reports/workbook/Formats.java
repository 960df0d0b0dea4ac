package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.Rounding;

/**
 * Number formats that print an unrounded cell as {@link NumberText} prints the value: thousands and millions by scaling
 * commas, percent from a fraction, the minus sign U+2212, signs on variances, and no sign on what rounds to zero.
 */
final class Formats {
    static final String GENERAL = "General";
    static final String POINTS = "0.0";
    static final String WEIGHT = GENERAL;
    static final String PRODUCT = "#,##0.0";
    static final String SHARE = "0%";
    static final String DATE = "yyyy-mm-dd";
    static final String INSTANT = "yyyy-mm-dd hh:mm";
    static final String INTEGER = "0";
    static final String WHITENED = "0.000000;\"" + NumberText.MINUS + "\"0.000000";
    static final String CORRELATION = "0.000;\"" + NumberText.MINUS + "\"0.000";
    static final String SIGNED = "0;\"" + NumberText.MINUS + "\"0";
    /** Of a gate: as exact as its threshold may ask. */
    static final String QUOTIENT = "0.0000####";
    /** As many decimals as there are, up to those that are stored. */
    static final String EXACT = "#,##0.##########";

    static final Rounding FRACTION = new Rounding(-2, 1);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String QUOTED_MINUS = "\"" + NumberText.MINUS + "\"";

    private Formats() {}

    static String value(Rounding rounding) {
        return signed(rounding, "", "");
    }

    static String variance(Rounding rounding) {
        return signed(rounding, "", "+");
    }

    /** A variance behind a word that says what kind it is: {@code rel. +25.0%}. */
    static String labelled(String word, Rounding rounding) {
        return signed(rounding, "\"" + word + " \"", "+");
    }

    /** With three sections no reader of the format adds a minus of its own. */
    private static String signed(Rounding rounding, String label, String plus) {
        String half = threshold(rounding);
        String digits = digits(rounding);
        return "[>=%s]%s%s%s;[<=-%s]%s%s%s;%s%s"
                .formatted(half, label, plus, digits, half, label, QUOTED_MINUS, digits, label, digits);
    }

    /** The smallest absolute value that does not round to zero. */
    private static String threshold(Rounding rounding) {
        return Decimals.plain(HALF.movePointLeft(rounding.scale()).movePointRight(rounding.power()));
    }

    private static String digits(Rounding rounding) {
        String decimals = rounding.scale() == 0 ? "" : "." + "0".repeat(rounding.scale());
        if (rounding.power() < 0) {
            return "#,##0" + decimals + "%";
        }
        return "#,##0" + decimals + ",".repeat(rounding.power() / 3);
    }
}
