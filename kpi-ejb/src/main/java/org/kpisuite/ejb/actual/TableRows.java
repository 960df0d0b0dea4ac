package org.kpisuite.ejb.actual;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** Finds the table among the records of a file: past its preamble, under its header, as wide as that. */
final class TableRows {
    private final FileLayout layout;
    private final RecordSink sink;
    private String @Nullable [] header;
    private int headerRow;
    private int headerRows;
    private final List<Refusal> remarks = new ArrayList<>();
    private boolean any;

    TableRows(FileLayout layout, RecordSink sink) {
        this.layout = layout;
        this.sink = sink;
    }

    InputStream bytes(InputStream in) {
        return sink.bytes(in);
    }

    void sheet(String name) {
        sink.sheet(name);
    }

    /** Takes the next record; false where no more are wanted. */
    boolean take(SourceRecord record) {
        if (record.row() > TableFile.ROWS_MAX) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(record.row()), String.valueOf(TableFile.ROWS_MAX));
        }
        if (record.row() <= layout.preambleRows() || isNothing(record)) {
            return true;
        }
        if (headerRows == 0 && record.row() <= FileLayout.PREAMBLE_ROWS_MAX && !layout.isHeader(record)) {
            return true;
        }
        if (headerRows < layout.headerRows()) {
            return head(record);
        }
        any = true;
        return sink.row(record.width() == header.length || record.isRefused() ? record : misfit(record));
    }

    /** Whether the next record is a part of the header, or before it. */
    boolean isAboveData() {
        return headerRows < layout.headerRows();
    }

    /** The last row of the header. */
    int headerRow() {
        return headerRow;
    }

    /** How wide the header is. */
    int width() {
        return header.length;
    }

    /** What the header calls a column; its letters where it has no name. */
    String name(int column) {
        return header[column].isBlank() ? CellPlace.letters(column) : header[column];
    }

    /** An empty line is a record, so that rows keep their numbers, but it says nothing. */
    private static boolean isNothing(SourceRecord record) {
        return record.width() <= 1 && record.isBlank() && !record.isRefused();
    }

    private boolean head(SourceRecord record) {
        headerRows++;
        headerRow = record.row();
        header = header == null ? record.texts() : joined(header, record.texts());
        remarks.addAll(record.remarks());
        if (headerRows < layout.headerRows()) {
            return true;
        }
        return sink.header(SourceRecord.ofTexts(headerRow, header).remarked(remarks));
    }

    private static String[] joined(String[] above, String[] below) {
        String[] texts = Arrays.copyOf(above, Math.max(above.length, below.length));
        for (int i = 0; i < texts.length; i++) {
            String upper = i < above.length ? above[i].strip() : "";
            String lower = i < below.length ? below[i].strip() : "";
            texts[i] = upper.isEmpty() || lower.isEmpty() ? upper + lower : upper + " " + lower;
        }
        return texts;
    }

    private SourceRecord misfit(SourceRecord record) {
        Refusal width = Refusal.of(Code.E_ROW_WIDTH, record.width() + "", header.length + "");
        return record.remarked(List.of(width.atRow(record.row())));
    }

    /** The file has ended: refuses E-FILE-EMPTY where it held no record under a header, E-COL-MISSING without one. */
    void end() {
        if (header == null && layout.headerHolds() != null) {
            throw new KpiException(Code.E_COL_MISSING, layout.headerHolds().first());
        }
        if (!any) {
            throw new KpiException(Code.E_FILE_EMPTY);
        }
    }
}
