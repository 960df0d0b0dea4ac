package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * The numbers of one finding in words: with as many decimals as the mark that it speaks of has, at least those that the
 * indicator prints. What is compared by them is what readers see.
 */
final class Amounts {
    private static final int PERCENT_SHIFT = 2;

    private final boolean percent;
    private final int scale;

    private Amounts(boolean percent, int scale) {
        this.percent = percent;
        this.scale = scale;
    }

    /** As many decimals as these marks need. */
    static Amounts of(Indicator indicator, BigDecimal... marks) {
        boolean percent = indicator.unitKind() == UnitKind.PERCENT;
        int scale = indicator.displayScale() + (percent ? PERCENT_SHIFT : 0);
        for (BigDecimal mark : marks) {
            scale = Math.max(scale, mark.stripTrailingZeros().scale());
        }
        return new Amounts(percent, scale);
    }

    /** As it is printed, in the unit that it has. */
    BigDecimal rounded(BigDecimal value) {
        return Decimals.round(value, scale);
    }

    LocalizedText text(BigDecimal value) {
        BigDecimal rounded = rounded(value);
        return percent
                ? both(numbers -> numbers.plain(rounded.movePointRight(PERCENT_SHIFT)) + numbers.percentSign())
                : both(numbers -> numbers.plain(rounded));
    }

    /** A bare number with the digits that it has. */
    static LocalizedText plain(BigDecimal value) {
        return both(numbers -> numbers.plain(new BigDecimal(Decimals.plain(value))));
    }

    /** A share in percent with one decimal, without the percent sign. */
    static LocalizedText points(BigDecimal fraction) {
        return both(numbers -> numbers.points(fraction.movePointRight(PERCENT_SHIFT)));
    }

    private static LocalizedText both(Function<NumberText, String> print) {
        return new LocalizedText(text(Messages.EN, print), text(Messages.RU, print));
    }

    private static String text(Locale locale, Function<NumberText, String> print) {
        return print.apply(NumberText.of(locale));
    }
}
