package org.kpisuite.ejb.actual;

/** Columns as letters: A is 0, Z 25, AA 26. */
final class CellPlace {
    private CellPlace() {}

    /** The column of a place such as {@code AB12}; −1 where it has none. */
    static int column(String place) {
        int column = 0;
        int i = 0;
        for (; i < place.length(); i++) {
            int letter = place.charAt(i) | 0x20;
            if (letter < 'a' || letter > 'z') {
                break;
            }
            column = column * 26 + letter - 'a' + 1;
            if (column > 1_000_000) {
                return -1;
            }
        }
        return column - 1;
    }

    /** The row of a place such as {@code AB12}, 1-based; −1 where it has none. */
    static int row(String place) {
        int row = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c >= '0' && c <= '9') {
                row = row * 10 + c - '0';
                if (row > 100_000_000) {
                    return -1;
                }
            } else if (row > 0) {
                return -1;
            }
        }
        return row == 0 ? -1 : row;
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
