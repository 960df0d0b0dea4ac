package org.kpisuite.domain.quantity;

import java.math.BigDecimal;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;

/**
 * Numbers as readers of one language see them: Russian {@code 1 234,5}, English {@code 1,234.5}.
 *
 * <p>Groups of three are parted by a no-break space in Russian and by a comma in English; minus is U+2212; a variance
 * carries its sign, zero carries none.
 */
public final class NumberText {
    public static final char MINUS = '\u2212';
    public static final char NO_BREAK_SPACE = '\u00A0';
    public static final String NO_VALUE = "\u2014";

    private final char group;
    private final char point;
    private final boolean spaceBeforePercent;

    private NumberText(boolean russian) {
        this.group = russian ? NO_BREAK_SPACE : ',';
        this.point = russian ? ',' : '.';
        this.spaceBeforePercent = russian;
    }

    public static NumberText of(Locale locale) {
        return new NumberText(Messages.supported(locale).equals(Messages.RU));
    }

    /** A value printed by the rounding of its line. */
    public String value(BigDecimal value, Rounding rounding) {
        return plain(rounding.printed(value));
    }

    /** A variance printed by the rounding of its line, with its sign. */
    public String variance(BigDecimal value, Rounding rounding) {
        return signed(rounding.printed(value));
    }

    /** A relative change in percent with one decimal and its sign, without the percent sign; {@code >+999} beyond. */
    public String relative(BigDecimal fraction) {
        if (fraction.abs().compareTo(Change.PRINTED_MAX) > 0) {
            return fraction.signum() < 0 ? "<" + MINUS + "999" : ">+999";
        }
        return signed(Decimals.round(fraction.movePointRight(2), 1));
    }

    /** Points such as achievement or score, one decimal. */
    public String points(BigDecimal points) {
        return plain(Decimals.round(points, 1));
    }

    /** A whole share in percent with its sign: {@code 95%}, {@code 95 %}. */
    public String percent(BigDecimal points) {
        return plain(Decimals.round(points, 0)) + percentSign();
    }

    public String percentSign() {
        return spaceBeforePercent ? NO_BREAK_SPACE + "%" : "%";
    }

    /** An already rounded number with a sign unless it is zero. */
    public String signed(BigDecimal rounded) {
        return rounded.signum() > 0 ? "+" + plain(rounded) : plain(rounded);
    }

    /** An already rounded number, all its decimals kept. */
    public String plain(BigDecimal rounded) {
        String digits = rounded.abs().toPlainString();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        StringBuilder text = new StringBuilder();
        if (rounded.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(group);
            }
            text.append(whole.charAt(i));
        }
        if (dot >= 0) {
            text.append(point).append(digits, dot + 1, digits.length());
        }
        return text.toString();
    }
}
