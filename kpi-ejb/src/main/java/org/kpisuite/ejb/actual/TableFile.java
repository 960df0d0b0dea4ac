package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.failure.KpiException;

/**
 * A file of records, whatever its format: text, workbook or JSON, told by its first bytes and never by its name.
 *
 * <p>Streamed: no file needs more heap for being longer, and a reader who has seen enough stops it. What is wrong with one
 * record is a remark of that record; what makes the whole file unreadable ends it.
 */
public final class TableFile {
    /** Records that a file may have, the header among them. */
    public static final int ROWS_MAX = ImportLimits.OF_PROCESS.rows();

    private TableFile() {}

    /**
     * Gives the header and the records of a file until there are no more or the sink wants none.
     *
     * @throws KpiException E-FILE-FORMAT, E-FILE-EMPTY, E-ENCODING or E-LIMIT, with the row where it is known
     */
    public static void read(Path file, FileLayout layout, RecordSink sink) throws IOException {
        TableRows rows = new TableRows(layout, sink);
        switch (FileFormat.of(file)) {
            case TEXT -> new CsvFile(file, layout).read(rows);
            case WORKBOOK -> new XlsxFile(file, layout, rows).read();
            case JSON -> new JsonFile(file, sink).read();
        }
    }
}
