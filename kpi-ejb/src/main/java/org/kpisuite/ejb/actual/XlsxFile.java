package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * A sheet of a workbook, read row by row: nothing of it is held but the row at hand and the shared texts.
 *
 * <p>Source: ECMA-376 part 1, §18.3 (worksheets), in its transitional and its strict namespace.
 */
final class XlsxFile {
    private final Path file;
    private final FileLayout layout;
    private final TableRows rows;
    private String[] texts = new String[32];
    private @Nullable TypedCell[] cells = new TypedCell[32];
    private final BitSet formulas = new BitSet();
    private int width;
    private int length;
    private int row;
    private boolean narrowed;

    XlsxFile(Path file, FileLayout layout, TableRows rows) {
        this.file = file;
        this.layout = layout;
        this.rows = rows;
    }

    void read() throws IOException {
        try (Workbook workbook = Workbook.open(file, file.toAbsolutePath().getParent())) {
            String sheet = workbook.sheet(layout);
            rows.sheet(workbook.sheetName(layout));
            MergedCells merged = MergedCells.of(workbook.open(sheet));
            try (XmlPart part = XmlPart.of(workbook.open(sheet))) {
                rows(part, new XlsxCell(workbook, layout.monthDates()), merged);
            }
        } catch (KpiException e) {
            throw new KpiException(e.refusals().stream()
                    .map(r -> r.row() == null && row > 0 ? r.atRow(row) : r)
                    .toList());
        }
    }

    private void rows(XmlPart part, XlsxCell cell, MergedCells merged) throws IOException {
        boolean more = true;
        boolean any = part.find("sheetData");
        while (any && more && part.next() && !part.isEnd("sheetData")) {
            if (part.isStart("row")) {
                row = Math.max(row + 1, part.number("r", row + 1));
                boolean hidden = part.flag("hidden");
                cells(part, cell);
                part.mark();
                more = give(hidden, merged);
            }
        }
        if (more) {
            row = 0;
            rows.end();
        }
    }

    private void cells(XmlPart part, XlsxCell cell) throws IOException {
        Arrays.fill(texts, 0, width, "");
        Arrays.fill(cells, 0, width, null);
        formulas.clear();
        width = 0;
        length = 0;
        int column = -1;
        while (part.next() && !part.isEnd("row")) {
            if (part.isStart("c")) {
                cell.read(part, column);
                column = cell.column();
                put(cell);
            }
        }
    }

    private void put(XlsxCell cell) {
        int column = cell.column();
        if (column < 0) {
            throw XmlPart.damaged();
        }
        if (column >= RecordHandler.FIELDS_MAX) {
            if (cell.text().isEmpty()) {
                return;
            }
            throw new KpiException(Code.E_LIMIT, "> " + RecordHandler.FIELDS_MAX, RecordHandler.FIELDS_MAX + "");
        }
        if (column >= texts.length) {
            int size = Math.min(RecordHandler.FIELDS_MAX, Math.max(2 * texts.length, column + 1));
            texts = Arrays.copyOf(texts, size);
            cells = Arrays.copyOf(cells, size);
        }
        if (column >= width) {
            Arrays.fill(texts, width, column, "");
            width = column + 1;
        }
        texts[column] = cell.text();
        cells[column] = cell.cell();
        formulas.set(column, cell.isFormula());
        length += ImportLimits.bytes(cell.text());
        if (length > RecordHandler.RECORD_LENGTH_MAX) {
            throw RecordHandler.tooLong();
        }
    }

    private boolean give(boolean hidden, MergedCells merged) {
        int filled = width;
        while (filled > 0 && texts[filled - 1].isBlank()) {
            filled--;
        }
        if (filled == 0) {
            return true;
        }
        return rows.isAboveData() ? head(filled, merged) : record(filled, hidden, merged);
    }

    private boolean head(int filled, MergedCells merged) {
        String[] names = Arrays.copyOf(texts, filled);
        List<Refusal> remarks = new ArrayList<>();
        if (row > layout.preambleRows()) {
            merged.narrow(filled, row - 1);
            if (layout.headerRows() > 1) {
                names = merged.spread(row, names);
            } else {
                merged.at(row)
                        .ifPresent(range -> remarks.add(
                                Refusal.of(Code.E_XLSX_MERGED, range).atRow(row)));
            }
        }
        return rows.take(SourceRecord.typed(row, names, new TypedCell[0], remarks));
    }

    private boolean record(int filled, boolean hidden, MergedCells merged) {
        if (!narrowed) {
            merged.narrow(rows.width(), rows.headerRow());
            narrowed = true;
        }
        int wide = rows.width();
        String[] given = new String[wide];
        int common = Math.min(wide, filled);
        System.arraycopy(texts, 0, given, 0, common);
        Arrays.fill(given, common, wide, "");
        return rows.take(SourceRecord.typed(row, given, Arrays.copyOf(cells, common), remarks(filled, hidden, merged)));
    }

    private List<Refusal> remarks(int filled, boolean hidden, MergedCells merged) {
        List<Refusal> remarks = new ArrayList<>(0);
        merged.at(row)
                .ifPresent(range ->
                        remarks.add(Refusal.of(Code.E_XLSX_MERGED, range).atRow(row)));
        if (hidden) {
            remarks.add(Refusal.of(Code.W_XLSX_HIDDEN).atRow(row));
        }
        for (int c = formulas.nextSetBit(0); c >= 0 && c < rows.width(); c = formulas.nextSetBit(c + 1)) {
            remarks.add(Refusal.of(Code.W_XLSX_FORMULA).atRow(row).inColumn(rows.name(c), texts[c]));
        }
        for (int c = rows.width(); c < filled; c++) {
            if (!texts[c].isBlank()) {
                String name = CellPlace.letters(c);
                remarks.add(Refusal.of(Code.W_COL_UNKNOWN, name).atRow(row).inColumn(name, texts[c]));
            }
        }
        return remarks;
    }
}
