package org.kpisuite.domain.actual;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the table lies in a file; part of an import profile. What the format itself says (a workbook, JSON) is found in its
 * bytes and needs no word here.
 *
 * <p>Source: domain specification §8.1.
 *
 * @param charset of a text file, {@code UTF-8} or {@code windows-1251}
 * @param delimiter between the fields of a text file; null to find it in the header
 * @param quote around the fields of a text file that hold a delimiter or a line break
 * @param preambleRows records before the header that are no part of the table
 * @param headerHolds a column by which the header is known among lines of a preamble that is not always as long; null
 *     where the first record after the preamble is the header
 * @param headerRows records that the header takes; the texts of one column are joined by a space
 * @param sheet name of the sheet of a workbook; null for its first
 * @param monthDates a date of a workbook that is the first of a month stands for that month, not for its first day
 */
public record FileLayout(
        String charset,
        @Nullable Character delimiter,
        char quote,
        int preambleRows,
        @Nullable ColumnName headerHolds,
        int headerRows,
        @Nullable String sheet,
        boolean monthDates) {
    public static final int PREAMBLE_ROWS_MAX = 1_000;
    public static final int HEADER_ROWS_MAX = 10;

    public FileLayout {
        if (preambleRows < 0 || preambleRows > PREAMBLE_ROWS_MAX || headerRows < 1 || headerRows > HEADER_ROWS_MAX) {
            throw new IllegalArgumentException(preambleRows + " rows before a header of " + headerRows);
        }
    }

    /** A layout whose header is the first record after the preamble. */
    public FileLayout(
            String charset,
            @Nullable Character delimiter,
            char quote,
            int preambleRows,
            int headerRows,
            @Nullable String sheet,
            boolean monthDates) {
        this(charset, delimiter, quote, preambleRows, null, headerRows, sheet, monthDates);
    }

    /** What holds without a profile: UTF-8, the delimiter as found, one header in the first row that is not empty. */
    public static FileLayout standard() {
        return new FileLayout("UTF-8", null, '"', 0, 1, null, false);
    }

    /** Whether a record can be the first of the header, or still stands above it. */
    public boolean isHeader(SourceRecord record) {
        return headerHolds == null
                || headerHolds.in(Stream.of(record.texts())
                                .map(IntakeColumn::normalised)
                                .toList())
                        >= 0;
    }

    /** The same with a delimiter that was found. */
    public FileLayout partedBy(char found) {
        return new FileLayout(charset, found, quote, preambleRows, headerHolds, headerRows, sheet, monthDates);
    }

    /** The same file as records alone: its first is taken for the header, whatever it is. */
    public FileLayout asRecords() {
        return new FileLayout(charset, delimiter, quote, 0, null, 1, sheet, monthDates);
    }

    public Optional<Character> givenDelimiter() {
        return Optional.ofNullable(delimiter);
    }

    public Optional<String> givenSheet() {
        return Optional.ofNullable(sheet);
    }
}
