package org.kpisuite.ejb.actual;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY into a table, which is then joined with what is stored. */
final class PostgresStaging implements Staging {
    private static final String COPY = """
            copy import_stage (seq, row_no, unit, measure, dims, grain, period_start, scenario, source, dim_keys,
                amount, as_of, reason)
            from stdin
            """;
    private static final String REPEATED = """
            select s.seq, s.row_no, s.amount, s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source
            from import_stage s
            join (
                select unit, measure, dims, grain, period_start, scenario, source
                from import_stage
                group by unit, measure, dims, grain, period_start, scenario, source
                having count(*) > 1
            ) k on k.unit = s.unit and k.measure = s.measure and k.dims = s.dims and k.grain = s.grain
                and k.period_start = s.period_start and k.scenario = s.scenario and k.source = s.source
            order by s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source, s.seq
            """;
    private static final int KEY_FIRST = 4;
    private static final int KEY_LAST = 10;
    private static final String DROP = "insert into import_drop (seq) values (?)";
    private static final String REMOVE = "delete from import_stage where seq in (select seq from import_drop)";
    private static final String COMPARE = """
            insert into import_change (seq, row_no, unit, measure, dims, grain, period_start, scenario, source,
                dim_keys, amount, as_of, reason, old_amount, old_as_of, old_revision)
            select s.seq, s.row_no, s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source,
                s.dim_keys, s.amount, s.as_of, s.reason, a.amount, a.as_of, coalesce(a.revision, 0)
            from import_stage s
            left join actual a
                on a.unit = s.unit and a.measure = s.measure and a.dims = s.dims and a.grain = s.grain
                and a.period_start = s.period_start and a.scenario = s.scenario and a.source = s.source
            where s.amount is distinct from a.amount
            """;
    private static final int BATCH = 5_000;
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
            // For this transaction only: a sort of a million keys in memory, and a glance at what was staged. Its plans
            // need
            // the number of rows, hardly more.
            statement.execute("set local work_mem = '128MB'");
            statement.execute("set local default_statistics_target = 10");
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

    @Override
    public void repeated(SameKey taker) throws SQLException {
        List<StagedRows.Row> group = new ArrayList<>();
        List<Object> groupKey = new ArrayList<>();
        Sql.each(connection, REPEATED, row -> {
            List<Object> key = key(row);
            if (!key.equals(groupKey) && !group.isEmpty()) {
                taker.take(List.copyOf(group));
                group.clear();
            }
            groupKey.clear();
            groupKey.addAll(key);
            group.add(new StagedRows.Row(row.getInt(1), row.getInt(2), row.getBigDecimal(3)));
        });
        if (!group.isEmpty()) {
            taker.take(group);
        }
    }

    private static List<Object> key(ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int column = KEY_FIRST; column <= KEY_LAST; column++) {
            key.add(row.getString(column));
        }
        return key;
    }

    @Override
    public void drop(BitSet places) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            int waiting = 0;
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                drop.setInt(1, place);
                drop.addBatch();
                if (++waiting % BATCH == 0) {
                    drop.executeBatch();
                }
            }
            drop.executeBatch();
        }
        Sql.update(connection, REMOVE);
        Sql.update(connection, "delete from import_drop");
    }

    @Override
    public void compare(boolean allStaged) throws SQLException {
        Sql.update(connection, COMPARE);
    }

    @Override
    public void measure(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        }
    }

    @Override
    public int size() {
        return size;
    }

    /** A connection in the middle of a COPY takes nothing else, not even a rollback: that would wait for ever. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
