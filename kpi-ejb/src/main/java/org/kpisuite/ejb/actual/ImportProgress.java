package org.kpisuite.ejb.actual;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportState;

/**
 * Lets others see how far an import has come, outside its transaction, and the import know that it was cancelled.
 *
 * <p>Written down at most every quarter of a second, and at each new stage of what takes longer: a small file is done before
 * anybody could look.
 */
public final class ImportProgress {
    private static final String TELL = """
            update import_run set
                state = ?,
                bytes_read = ?,
                rows_read = ?,
                parsed_at = cast(? as timestamp with time zone),
                validated_at = cast(? as timestamp with time zone)
            where id = ? and node = ? and finished_at is null and cancel_asked_at is null
            """;
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int FACTS_UNWATCHED = 1 << 11;

    private final DataSource database;
    private final Clock clock;
    private final Work work;
    private final long everyNanos;
    private final long begunNanos = System.nanoTime();
    private long toldNanos = begunNanos;
    private ImportState stage = ImportState.RECEIVED;
    private long bytes;
    private long rows;
    private int facts;
    private @Nullable String sheet;
    private @Nullable Instant parsedAt;
    private @Nullable Instant validatedAt;

    /** An import and the process that works on it. */
    record Work(long id, String node) {}

    ImportProgress(DataSource database, Clock clock, Work work) {
        this(database, clock, work, EVERY);
    }

    ImportProgress(DataSource database, Clock clock, Work work, Duration every) {
        this.database = database;
        this.clock = clock;
        this.work = work;
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
        if (reached == ImportState.PARSED) {
            parsedAt = now();
        } else {
            validatedAt = now();
        }
        if (System.nanoTime() - begunNanos >= everyNanos) {
            tell();
        }
    }

    /** Storage keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
        if (System.nanoTime() - toldNanos >= everyNanos) {
            tell();
        }
    }

    private void tell() {
        toldNanos = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            if (Sql.update(connection, TELL, stage.name(), bytes, rows, parsedAt, validatedAt, work.id, work.node)
                    == 0) {
                throw new ImportCancelled(work.id);
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
