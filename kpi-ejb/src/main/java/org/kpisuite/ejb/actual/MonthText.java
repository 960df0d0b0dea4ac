package org.kpisuite.ejb.actual;

import java.math.BigDecimal;

/** Reads the months of a year from the text that {@link YearRows} writes, figure by figure. */
final class MonthText {
    private static final int RADIX = 10;

    private final char[] text;
    private int at;

    MonthText(String months) {
        text = months.toCharArray();
    }

    /** Whether another month follows. */
    boolean next() {
        return at < text.length;
    }

    int number() {
        boolean negative = text[at] == '-';
        int number = 0;
        for (at += negative ? 1 : 0; at < text.length && text[at] != ' '; at++) {
            number = number * RADIX + text[at] - '0';
        }
        at++;
        return negative ? -number : number;
    }

    /** Without the zeros that fill up storage's ten decimals. */
    BigDecimal value() {
        int start = at;
        int point = -1;
        boolean exponent = false;
        for (; at < text.length && text[at] != ' ' && text[at] != ';'; at++) {
            point = text[at] == '.' ? at : point;
            exponent |= text[at] == 'E';
        }
        int end = at;
        if (point >= 0 && !exponent) {
            while (text[end - 1] == '0') {
                end--;
            }
            end = end - 1 == point ? point : end;
        }
        at++;
        return new BigDecimal(text, start, end - start);
    }

    /** Goes on behind the next semicolon, unless the last figure ended there. */
    void skip() {
        while (at < text.length && text[at - 1] != ';') {
            at++;
        }
    }
}
