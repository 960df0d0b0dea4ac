package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.actual.SourceRecord;

/**
 * One record of a kept file as it was typed: the raw text behind a stored value.
 *
 * @param run the import: file, hash, sheet, profile with its version, person and instant
 * @param row 1-based record of the file, the header being a record; of a workbook the number of the row
 * @param counted the rows of the fact that was asked for, of a file of events; else none
 */
public record ImportRow(ImportResult run, int row, List<Cell> cells, Counted counted) {
    public ImportRow {
        cells = List.copyOf(cells);
    }

    /**
     * The rows that a fact was made of.
     *
     * @param rows the first of them
     */
    public record Counted(long total, List<Integer> rows) {
        static final Counted NONE = new Counted(0, List.of());

        public Counted {
            rows = List.copyOf(rows);
        }
    }

    /** The same of a fact that was made of those rows. */
    ImportRow of(Counted rows) {
        return new ImportRow(run, row, cells, rows);
    }

    /** A cell under the name of its column; of a column without a name its letters. */
    public record Cell(String column, String text) {}

    static ImportRow of(ImportResult run, SourceRecord header, SourceRecord record) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < record.width(); i++) {
            String name = i < header.width() ? header.text(i).strip() : "";
            cells.add(new Cell(name.isEmpty() ? CellPlace.letters(i) : name, record.text(i)));
        }
        return new ImportRow(run, record.row(), cells, Counted.NONE);
    }
}
