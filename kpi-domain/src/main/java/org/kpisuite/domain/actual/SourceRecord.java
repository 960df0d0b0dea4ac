package org.kpisuite.domain.actual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;

/**
 * One record of a file: its texts, and of a typed file (a workbook, JSON) what its cells are.
 *
 * <p>The text of a typed cell is what a person would have typed so that it reads as the same: {@code 1234.5},
 * {@code 12.5%}, {@code 2026-10-05}, {@code 2026-10} where dates stand for months. A text file has no typed cells and pays
 * nothing for them.
 */
public final class SourceRecord {
    private static final TypedCell[] TEXT_ONLY = {};

    private final int row;
    private final String[] texts;
    private final @Nullable TypedCell[] cells;
    private final List<Refusal> remarks;

    private SourceRecord(int row, String[] texts, @Nullable TypedCell[] cells, List<Refusal> remarks) {
        this.row = row;
        this.texts = texts;
        this.cells = cells;
        this.remarks = remarks;
    }

    /** A record of a text file; the texts are not copied. */
    public static SourceRecord ofTexts(int row, String... texts) {
        return new SourceRecord(row, texts, TEXT_ONLY, List.of());
    }

    /**
     * A record of a typed file; nothing is copied.
     *
     * @param cells by column, null where the cell is text; may be shorter than the texts
     * @param remarks what the file itself says against or about this record: merged cells, a hidden row, formulas
     */
    public static SourceRecord typed(int row, String[] texts, @Nullable TypedCell[] cells, List<Refusal> remarks) {
        return new SourceRecord(row, texts, cells, List.copyOf(remarks));
    }

    /** The same record with more remarks. */
    public SourceRecord remarked(List<Refusal> more) {
        return new SourceRecord(
                row,
                texts,
                cells,
                Stream.concat(remarks.stream(), more.stream()).toList());
    }

    /** 1-based number of the record in its file; of a workbook the number of the row as the sheet shows it. */
    public int row() {
        return row;
    }

    /** How many cells it has; for a record after the header, as many as the header or it is refused. */
    public int width() {
        return texts.length;
    }

    /** The text of a column as it stands in the file. */
    public String text(int column) {
        return texts[column];
    }

    /** The texts as an array of its own. */
    public String[] texts() {
        return texts.clone();
    }

    /** What is known of a cell beyond its text; null where it is text. */
    public @Nullable TypedCell cell(int column) {
        return column < cells.length ? cells[column] : null;
    }

    /** The number of a cell: exact where the file says so, else as its text reads. */
    public Reading<GivenNumber> number(int column, NumberIntake numbers) {
        return cell(column) instanceof TypedCell.Exact exact ? GivenNumber.reading(exact) : numbers.read(texts[column]);
    }

    /** The day of a date cell; empty where the cell is something else. */
    public Optional<LocalDate> day(int column) {
        return cell(column) instanceof TypedCell.Day day ? Optional.of(day.day()) : Optional.empty();
    }

    /** Why a cell has no value at all; empty where it has one. */
    public Optional<Refusal> failure(int column) {
        return cell(column) instanceof TypedCell.Failed failed ? Optional.of(failed.refusal()) : Optional.empty();
    }

    /** Whether any cell has no value but an error. */
    boolean hasFailures() {
        for (TypedCell cell : cells) {
            if (cell instanceof TypedCell.Failed) {
                return true;
            }
        }
        return false;
    }

    public List<Refusal> remarks() {
        return remarks;
    }

    /** Whether the file itself forbids to read this record. */
    public boolean isRefused() {
        return !remarks.isEmpty() && remarks.stream().anyMatch(r -> r.severity() == Severity.ERROR);
    }

    /** Whether nothing stands in it: an empty line, a row of empty cells. */
    public boolean isBlank() {
        for (String text : texts) {
            if (!text.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
