package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.actual.SourceRecord;

/**
 * One record of a kept file as it was typed: the raw text behind a stored value.
 *
 * @param run the import: file, hash, sheet, profile with its version, person and instant
 * @param row 1-based record of the file, the header being a record; of a workbook the number of the row
 */
public record ImportRow(ImportResult run, int row, List<Cell> cells) {
    public ImportRow {
        cells = List.copyOf(cells);
    }

    /** A cell under the name of its column; of a column without a name its letters. */
    public record Cell(String column, String text) {}

    static ImportRow of(ImportResult run, SourceRecord header, SourceRecord record) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < record.width(); i++) {
            String name = i < header.width() ? header.text(i).strip() : "";
            cells.add(new Cell(name.isEmpty() ? CellPlace.letters(i) : name, record.text(i)));
        }
        return new ImportRow(run, record.row(), cells);
    }
}
