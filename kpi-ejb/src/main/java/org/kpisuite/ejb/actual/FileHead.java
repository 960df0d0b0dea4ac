package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;

/** What stands above the data of a file, record by record as it was: what a layout passes over, and each row of the header. */
final class FileHead implements RecordSink {
    private final int lastRow;
    private final NavigableMap<Integer, SourceRecord> records = new TreeMap<>();

    private FileHead(int lastRow) {
        this.lastRow = lastRow;
    }

    /** The records up to that one, by their number; those that say nothing are not among them. */
    static NavigableMap<Integer, SourceRecord> of(Path file, FileLayout layout, int lastRow) throws IOException {
        FileHead head = new FileHead(lastRow);
        TableFile.read(file, layout.asRecords(), head);
        return head.records;
    }

    @Override
    public boolean header(SourceRecord header) {
        return row(header);
    }

    @Override
    public boolean row(SourceRecord record) {
        if (record.row() <= lastRow) {
            records.put(record.row(), record);
        }
        return record.row() < lastRow;
    }
}
