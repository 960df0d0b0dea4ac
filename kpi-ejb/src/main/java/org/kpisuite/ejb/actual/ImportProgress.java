package org.kpisuite.ejb.actual;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportState;

/**
 * Lets others see how far an import has come, outside its transaction, and the import know that it was cancelled.
 *
 * <p>Written down at most every quarter of a second: a small file is done before anybody could look.
 */
public final class ImportProgress {
    private static final String TELL = """
            update import_run set
                state = ?,
                bytes_read = ?,
                rows_read = ?
            where id = ? and node = ? and finished_at is null and cancel_asked_at is null
            """;
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int FACTS_UNWATCHED = 1 << 11;

    private final DataSource database;
    private final long id;
    private final String node;
    private final long everyNanos;
    private long toldNanos = System.nanoTime();
    private ImportState stage = ImportState.RECEIVED;
    private long bytes;
    private long rows;
    private int facts;
    private @Nullable String sheet;

    /** Of an import that this process works on. */
    ImportProgress(DataSource database, long id, String node) {
        this(database, id, node, EVERY);
    }

    ImportProgress(DataSource database, long id, String node, Duration every) {
        this.database = database;
        this.id = id;
        this.node = node;
        this.everyNanos = every.toNanos();
    }

    /** A fact of a record was read. Throws {@link ImportCancelled} some time after the import was cancelled. */
    void row(int row) {
        rows = row;
        if (++facts % FACTS_UNWATCHED == 0) {
            tellIfDue();
        }
    }

    /** The import has come to that stage; likewise. */
    void stage(ImportState reached) {
        stage = reached;
        tellIfDue();
    }

    /** The import waits for something; likewise. */
    void look() {
        tellIfDue();
    }

    /** The same bytes, counted as they are read. */
    InputStream counted(InputStream in) {
        return new Counted(in);
    }

    void sheet(String name) {
        sheet = name;
    }

    /** Of a workbook; null where the file has none. */
    @Nullable
    String sheet() {
        return sheet;
    }

    long rows() {
        return rows;
    }

    private void tellIfDue() {
        long now = System.nanoTime();
        if (now - toldNanos < everyNanos) {
            return;
        }
        toldNanos = now;
        try (Connection connection = database.getConnection()) {
            if (Sql.update(connection, TELL, stage.name(), bytes, rows, id, node) == 0) {
                throw new ImportCancelled(id);
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
