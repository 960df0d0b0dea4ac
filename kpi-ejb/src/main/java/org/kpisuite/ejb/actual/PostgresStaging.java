package org.kpisuite.ejb.actual;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY into temporary tables that stand before those of the schema until the transaction ends. */
final class PostgresStaging implements Staging {
    private static final String[] TABLES = {"import_stage", "import_change", "import_drop", "import_touched"};
    private static final String COPY = """
            copy import_stage (seq, row_no, unit, measure, dims, grain, period_start, scenario, source, dim_keys,
                amount, as_of, reason)
            from stdin
            """;
    private static final int BUFFER = 1 << 16;
    /** Longer than any row: every text but the reason is short. */
    private static final int ROW_MAX = 1 << 13;

    private final Connection connection;
    private final CopyIn copy;
    private byte[] buffer = new byte[BUFFER + ROW_MAX];
    private int length;
    private int size;
    private Instant lastInstant = Instant.EPOCH;
    private String lastInstantText = Instant.EPOCH.toString();

    PostgresStaging(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(
                        "create temporary table if not exists " + table + " (like " + table + ") on commit drop");
            }
            // A sort of a million keys in memory, for this transaction only.
            statement.execute("set local work_mem = '128MB'");
        }
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    @Override
    public void take(FactRow fact) {
        number(size++);
        tab();
        number(fact.row());
        tab();
        text(fact.unit());
        tab();
        text(fact.measure());
        tab();
        text(fact.dims());
        tab();
        text(Grain.code(fact.period()));
        tab();
        ascii(fact.period().start().toString());
        tab();
        ascii(fact.scenario().name());
        tab();
        text(fact.source());
        tab();
        text(fact.dimKeys());
        tab();
        ascii(fact.value() == null ? "\\N" : fact.value().toPlainString());
        tab();
        ascii(asOf(fact.asOf()));
        tab();
        reason(fact.reason());
        put('\n');
        if (length >= BUFFER) {
            flush();
        }
    }

    /** Most files have one instant for all rows, and printing it is dear. */
    private String asOf(Instant instant) {
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastInstantText = instant.toString();
        }
        return lastInstantText;
    }

    private void reason(@Nullable String reason) {
        if (reason == null) {
            ascii("\\N");
        } else {
            text(reason);
        }
    }

    private void tab() {
        put('\t');
    }

    private void put(char ascii) {
        buffer[length++] = (byte) ascii;
    }

    private void number(int number) {
        ascii(Integer.toString(number));
    }

    private void ascii(String text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void text(String text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '\\') {
                escaped(text.substring(i));
                return;
            }
            buffer[length++] = (byte) c;
        }
    }

    private void escaped(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
        if (length + bytes.length + ROW_MAX > buffer.length) {
            buffer = Arrays.copyOf(buffer, length + bytes.length + ROW_MAX);
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer, 0, length);
            length = 0;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public void finish() throws SQLException {
        flush();
        copy.endCopy();
        measure("import_stage");
    }

    /** A connection in the middle of a COPY takes nothing else, not even a rollback: that would wait for ever. */
    @Override
    public void abandon() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    @Override
    public void measure(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        }
    }

    @Override
    public String order() {
        return "";
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table pg_temp.import_stage, pg_temp.import_change, pg_temp.import_drop,"
                    + " pg_temp.import_touched");
        }
    }
}
