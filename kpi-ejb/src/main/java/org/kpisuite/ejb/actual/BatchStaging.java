package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import org.kpisuite.domain.actual.FactRow;

/** Batches of inserts. */
final class BatchStaging implements Staging {
    private static final String INSERT = """
            insert into import_stage (seq, row_no, unit, measure, dims, grain, period_start, scenario, source,
                dim_keys, amount, as_of, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String[] TABLES = {"import_stage", "import_change", "import_drop", "import_touched"};
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;
    private int size;

    BatchStaging(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    @Override
    public void take(FactRow fact) {
        try {
            insert.setInt(1, size++);
            insert.setInt(2, fact.row());
            insert.setString(3, fact.unit());
            insert.setString(4, fact.measure());
            insert.setString(5, fact.dims());
            insert.setString(6, Grain.code(fact.period()));
            insert.setObject(7, fact.period().start());
            insert.setString(8, fact.scenario().name());
            insert.setString(9, fact.source());
            insert.setString(10, fact.dimKeys());
            insert.setBigDecimal(11, fact.value());
            insert.setObject(12, fact.asOf().atOffset(ZoneOffset.UTC));
            insert.setString(13, fact.reason());
            insert.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void finish() throws SQLException {
        flush();
        insert.close();
    }

    /** H2 joins in the order and by the keys that the statements are written for. */
    @Override
    public void abandon() {
        // Nothing is open between two batches.
    }

    @Override
    public void measure(String table) {
        // Nothing to be measured.
    }

    @Override
    public String order() {
        return "order by s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source";
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }
}
