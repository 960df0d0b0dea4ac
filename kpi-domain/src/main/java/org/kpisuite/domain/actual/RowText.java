package org.kpisuite.domain.actual;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Refusal;

/**
 * How one text of a fact is had from the records of a file.
 *
 * @param index of the column that it is read from; −1 where it is read from none
 * @param column header as it stands in the file; null where the text is read from no column
 * @param meant the text that it stands for
 */
record RowText(int index, @Nullable String column, Function<SourceRecord, String> meant) {

    static RowText constant(String text) {
        return new RowText(-1, null, row -> text);
    }

    static RowText at(int index, String column) {
        return new RowText(index, column, row -> NumberMarks.strip(row.text(index)));
    }

    /** The same column, each text of which stands for another. */
    RowText translated(Function<String, String> translation) {
        return new RowText(index, column, row -> translation.apply(meant.apply(row)));
    }

    String in(SourceRecord row) {
        return meant.apply(row);
    }

    /** The text as it stands in the file; empty where it is read from no column. */
    String given(SourceRecord row) {
        return index < 0 ? "" : NumberMarks.strip(row.text(index));
    }

    /** The number: exact where the file says so, else as the text reads. */
    Reading<GivenNumber> number(SourceRecord row, Function<String, Reading<GivenNumber>> numbers) {
        return index >= 0 && row.cell(index) instanceof TypedCell.Exact exact
                ? GivenNumber.reading(exact)
                : numbers.apply(in(row));
    }

    /** The day of a date cell; empty where the cell is something else. */
    Optional<LocalDate> day(SourceRecord row) {
        return index < 0 ? Optional.empty() : row.day(index);
    }

    /** Why the cell has no value but an error. */
    Optional<Refusal> failure(SourceRecord row) {
        return index < 0 ? Optional.empty() : row.failure(index);
    }
}
