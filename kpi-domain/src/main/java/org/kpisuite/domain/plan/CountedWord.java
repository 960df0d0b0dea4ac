package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;

/** Words that follow a number, in the form that the number asks for: 1 metric, 2 metrics; 1 метрика, 2 метрики, 5 метрик. */
public enum CountedWord {
    KPI("kpi"),
    METRIC("metric"),
    MORE_TARGETS("more-targets"),
    /** Lengths of time, in Russian as they follow "by" and "after": на 1 неделю. */
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    QUARTER("quarter"),
    YEAR("year");

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String key;

    CountedWord(String key) {
        this.key = key;
    }

    /** The number and its word. */
    public String text(long count, Locale locale) {
        BigDecimal number = BigDecimal.valueOf(count);
        return Messages.text(
                locale,
                "count." + key + "." + form(number, locale),
                NumberText.of(locale).plain(number));
    }

    /**
     * Which form a number asks for: {@code one}, {@code few} or {@code many}. English knows one and many; in Russian 1, 21 but
     * not 11 are one, 2 to 4, 22 but not 12 are few, and so is a fraction.
     */
    static String form(BigDecimal number, Locale locale) {
        if (!Messages.supported(locale).equals(Messages.RU)) {
            return number.compareTo(BigDecimal.ONE) == 0 ? "one" : "many";
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return "few";
        }
        int ones = number.remainder(TEN).intValue();
        int tens = number.remainder(HUNDRED).intValue() / 10;
        if (tens == 1 || ones == 0 || ones > 4) {
            return "many";
        }
        return ones == 1 ? "one" : "few";
    }
}
