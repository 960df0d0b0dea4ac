package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.kpisuite.domain.actual.FactRow;

/** COPY into a table, which is then joined with what is stored. */
final class PostgresStaging implements Staging {
    private static final String FACTS = "staged_fact (seq, row_no, series_no, period_start, amount, as_of, reason)";
    private static final int FACT_COLUMNS = 7;
    private static final String SERIES = "staged_series (no, unit, scenario, measure, dims, grain, source, dim_keys)";
    private static final int SERIES_COLUMNS = 8;
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
    private static final String REMOVE = "delete from staged_fact where seq in (select seq from import_drop)";
    /** In the order of their keys, in which they are then written. */
    private static final String COMPARE = """
            insert into fact_change (seq, row_no, series_no, series_id, period_start, amount, as_of, reason,
                old_revision, old_amount, old_as_of, old_recorded_at, old_import_id, old_row_no, old_reason)
            select s.seq, s.row_no, s.series_no, k.id, s.period_start, s.amount, s.as_of, s.reason,
                coalesce(a.revision, 0), a.amount, a.as_of, a.recorded_at, a.import_id, a.row_no, a.reason
            from staged_fact s
            join staged_series k on k.no = s.series_no
            left join fact a on a.series_id = k.id and a.period_start = s.period_start
            where s.amount is distinct from a.amount
            order by k.id, s.period_start
            """;

    private final Connection connection;
    private final StagedSeries series = new StagedSeries();
    private CopyRows copy;
    private int size;

    PostgresStaging(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            // For this transaction only: a sort of a million keys in memory, and a glance at what was staged, of which
            // plans need the number of rows, hardly more.
            statement.execute("set local work_mem = '192MB'");
            statement.execute("set local default_statistics_target = 10");
        }
        this.copy = new CopyRows(connection, FACTS, FACT_COLUMNS);
    }

    @Override
    public void take(FactRow fact) {
        try {
            copy.row()
                    .number(size++)
                    .number(fact.row())
                    .number(series.number(fact))
                    .day(fact.period().start())
                    .amount(fact.value())
                    .instant(fact.asOf())
                    .text(fact.reason())
                    .endRow();
            if (series.isFull()) {
                copy.end();
                writeSeries();
                copy = new CopyRows(connection, FACTS, FACT_COLUMNS);
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private void writeSeries() throws SQLException {
        copy = new CopyRows(connection, SERIES, SERIES_COLUMNS);
        for (StagedSeries.Named named : series.take()) {
            copy.row()
                    .number(named.no())
                    .text(named.unit())
                    .text(named.scenario())
                    .text(named.measure())
                    .text(named.dims())
                    .text(named.grain())
                    .text(named.source())
                    .text(named.dimKeys())
                    .endRow();
        }
        copy.end();
    }

    @Override
    public void finish() throws SQLException {
        copy.end();
        writeSeries();
        measure("staged_fact");
        measure("staged_series");
    }

    @Override
    public boolean mayRepeat() {
        return series.mayRepeat();
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
        try (RowBatch drop = new RowBatch(connection, DROP)) {
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                drop.add(place);
            }
            drop.finish();
        }
        Sql.update(connection, REMOVE);
        Sql.update(connection, "delete from import_drop");
    }

    @Override
    public void compare(boolean allStaged) throws SQLException {
        SeriesNumbers.find(connection);
        Sql.update(connection, COMPARE);
    }

    /** Rows that a statement of its own would write cost more than all of them in one. */
    @Override
    public boolean write(long importId, Instant recordedAt) {
        return false;
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

    @Override
    public void close() throws SQLException {
        copy.cancel();
    }
}
