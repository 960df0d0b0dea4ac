package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;

/** Looks one record of a file up, with its header; reads no further than to it. */
final class KeptRow implements RecordSink {
    private final int wanted;
    private @Nullable SourceRecord header;
    private @Nullable SourceRecord found;

    private KeptRow(int wanted) {
        this.wanted = wanted;
    }

    /** The record of that number; empty where it is none of the table's. Refuses what cannot be read up to it. */
    static Optional<ImportRow> find(ImportResult run, Path file, FileLayout layout, int row) throws IOException {
        KeptRow sink = new KeptRow(row);
        TableFile.read(file, layout, sink);
        return sink.header == null || sink.found == null
                ? Optional.empty()
                : Optional.of(ImportRow.of(run, sink.header, sink.found));
    }

    @Override
    public boolean header(SourceRecord record) {
        header = record;
        if (record.row() == wanted) {
            found = record;
        }
        return record.row() < wanted;
    }

    @Override
    public boolean row(SourceRecord record) {
        if (record.row() == wanted) {
            found = record;
        }
        return record.row() < wanted;
    }
}
