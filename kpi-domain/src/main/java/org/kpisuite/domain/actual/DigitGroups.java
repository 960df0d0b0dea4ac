package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Digits parted by spaces, apostrophes, commas and points, before it is decided which of them is the decimal mark. */
final class DigitGroups {
    private static final int GROUPS_MAX = 24;

    private final String text;
    private final int[] lengths = new int[GROUPS_MAX];
    private final char[] separators = new char[GROUPS_MAX];
    private int groups;
    private int spaces;
    private int commas;
    private int points;

    private DigitGroups(String text) {
        this.text = text;
    }

    /** The groups of a text of digits and separators, every group with a digit; null if it is anything else. */
    static @Nullable DigitGroups of(String text) {
        DigitGroups found = new DigitGroups(text);
        return found.read() ? found : null;
    }

    private boolean read() {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                length++;
                continue;
            }
            if (length == 0 || groups == GROUPS_MAX - 1 || !count(c)) {
                return false;
            }
            separators[groups] = c;
            lengths[groups++] = length;
            length = 0;
        }
        lengths[groups++] = length;
        return length > 0;
    }

    private boolean count(char c) {
        if (c == ',') {
            commas++;
        } else if (c == '.') {
            points++;
        } else if (c == '\'' || c == '\u2019' || (c != '\t' && NumberMarks.isSpace(c))) {
            spaces++;
        } else {
            return false;
        }
        return true;
    }

    int spaces() {
        return spaces;
    }

    /** How many commas and points. */
    int marks() {
        return commas + points;
    }

    boolean hasBothMarks() {
        return commas > 0 && points > 0;
    }

    char lastMark() {
        return separators[groups - 2];
    }

    boolean isLastMarkSingle() {
        return (lastMark() == ',' ? commas : points) == 1;
    }

    /** Whether all separators but the last {@code decimals} are spaces or apostrophes between groups of three. */
    boolean isGroupedBySpaces(int decimals) {
        for (int i = 0; i < groups - 1 - decimals; i++) {
            if (separators[i] == ',' || separators[i] == '.') {
                return false;
            }
        }
        return isThreeByThree(decimals);
    }

    /** Whether the digits before the last {@code decimals} separators are groups of three, as in {@code 1,234}. */
    boolean isGroupedByMarks(int decimals) {
        return text.charAt(0) != '0' && isThreeByThree(decimals);
    }

    private boolean isThreeByThree(int decimals) {
        for (int i = 1; i < groups - decimals; i++) {
            if (lengths[i] != 3) {
                return false;
            }
        }
        return groups - decimals < 2 || lengths[0] <= 3;
    }

    /** The number if no separator is decimal. */
    BigDecimal whole() {
        return new BigDecimal(digits(-1));
    }

    /** The number if the last separator is decimal. */
    BigDecimal decimal() {
        int last = text.length() - lengths[groups - 1] - 1;
        return new BigDecimal(digits(last));
    }

    private char[] digits(int decimalMark) {
        char[] digits = new char[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits[n++] = c;
            } else if (i == decimalMark) {
                digits[n++] = '.';
            }
        }
        return Arrays.copyOf(digits, n);
    }
}
