package org.kpisuite.domain.actual;

import java.util.Map;
import java.util.Set;

/** What stands around the digits of a number: sign or brackets, a percent sign, a currency. */
record NumberMarks(String core, boolean negative, boolean percent, Set<String> currencies) {
    private static final Map<String, Set<String>> CURRENCIES = Map.of(
            "₽", Set.of("RUB"),
            "руб.", Set.of("RUB"),
            "руб", Set.of("RUB"),
            "р.", Set.of("RUB"),
            "$", Set.of("USD"),
            "€", Set.of("EUR"),
            "£", Set.of("GBP"),
            "¥", Set.of("JPY", "CNY"));

    static NumberMarks of(String text) {
        if (text.isEmpty() || (isDigit(text.charAt(0)) && isDigit(text.charAt(text.length() - 1)))) {
            return new NumberMarks(text, false, false, Set.of());
        }
        boolean brackets = text.startsWith("(") && text.endsWith(")");
        NumberMarks marks = brackets
                ? new NumberMarks(strip(text.substring(1, text.length() - 1)), true, false, Set.of())
                : new NumberMarks(text, false, false, Set.of());
        return marks.withoutSign().withoutPercent().withoutCurrency().withoutSign();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private NumberMarks withoutSign() {
        boolean signed = !negative && (core.startsWith("-") || core.startsWith("\u2212"));
        return signed ? new NumberMarks(core.substring(1), true, percent, currencies) : this;
    }

    private NumberMarks withoutPercent() {
        return core.endsWith("%")
                ? new NumberMarks(strip(core.substring(0, core.length() - 1)), negative, true, currencies)
                : this;
    }

    private NumberMarks withoutCurrency() {
        for (Map.Entry<String, Set<String>> sign : CURRENCIES.entrySet()) {
            String text = sign.getKey();
            if (core.startsWith(text)) {
                return new NumberMarks(strip(core.substring(text.length())), negative, percent, sign.getValue());
            }
            if (core.endsWith(text) && !(text.equals("р.") && core.endsWith("т.р."))) {
                String rest = core.substring(0, core.length() - text.length());
                return new NumberMarks(strip(rest), negative, percent, sign.getValue());
            }
        }
        return this;
    }

    /** Without the spaces around, the ones that do not break among them. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t';
    }
}
