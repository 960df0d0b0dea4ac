package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;

/**
 * Facts are sorted by their keys outside the database, and each stretch of a series is compared with what is stored of the
 * same days: what is new comes into the tables in the order in which they keep it, and a file of new facts joins nothing.
 */
final class SortedStaging implements Staging {
    private static final String SERIES = """
            insert into staged_series (no, unit, scenario, measure, dims, grain, source, dim_keys)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NUMBER = "select id from staged_series where no = ?";
    private static final String STORED = """
            select period_start, revision, amount, as_of, recorded_at, import_id, row_no, reason
            from fact
            where series_id = ? and period_start between ? and ?
            """;
    private static final String STAGE = """
            insert into staged_fact (seq, row_no, series_no, period_start, amount, as_of, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            insert into fact_change (seq, row_no, series_no, period_start, amount, as_of, reason, series_id,
                old_revision, old_amount, old_as_of, old_recorded_at, old_import_id, old_row_no, old_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int BATCH = 5_000;
    /** Of days that a file does not deliver, no more than that are read along. */
    private static final int GAP_DAYS_MAX = 31;

    private final Connection connection;
    private final SortedFacts facts = new SortedFacts();
    private final StagedSeries series = new StagedSeries();
    private final BitSet dropped = new BitSet();
    private int size;

    SortedStaging(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void take(FactRow fact) {
        try {
            facts.add(StagedFact.of(size++, series.number(fact), fact));
            if (series.isFull()) {
                writeSeries();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Facts are merged each time they are asked for. */
    @Override
    public void finish() throws SQLException {
        writeSeries();
    }

    private void writeSeries() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SERIES)) {
            for (StagedSeries.Named named : series.take()) {
                insert.setInt(1, named.no());
                insert.setString(2, named.unit());
                insert.setString(3, named.scenario());
                insert.setString(4, named.measure());
                insert.setString(5, named.dims());
                insert.setString(6, named.grain());
                insert.setString(7, named.source());
                insert.setString(8, named.dimKeys());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public boolean mayRepeat() {
        return series.mayRepeat();
    }

    @Override
    public void repeated(SameKey taker) throws SQLException {
        List<StagedFact> group = new ArrayList<>();
        each(fact -> {
            if (!group.isEmpty() && !group.get(0).hasKeyOf(fact)) {
                settle(group, taker);
            }
            group.add(fact);
        });
        settle(group, taker);
    }

    private static void settle(List<StagedFact> group, SameKey taker) {
        if (group.size() > 1) {
            taker.take(group.stream()
                    .map(f -> new StagedRows.Row(f.seq(), f.row(), f.amount()))
                    .toList());
        }
        group.clear();
    }

    private void each(SortedFacts.Taker taker) throws SQLException {
        try {
            facts.each(taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void drop(BitSet places) {
        dropped.or(places);
    }

    @Override
    public void compare(boolean allStaged) throws SQLException {
        SeriesNumbers.find(connection);
        try (Comparison comparison = new Comparison(allStaged)) {
            each(fact -> {
                if (!dropped.get(fact.seq())) {
                    comparison.add(fact);
                }
            });
            comparison.finish();
        }
    }

    @Override
    public void measure(String table) {
        // H2 joins in the order and by the keys that the statements are written for.
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void close() throws SQLException {
        try {
            facts.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImportTables.empty(connection);
    }

    /** Stretches of series beside what is stored of them. */
    private final class Comparison implements AutoCloseable {
        private final PreparedStatement number = connection.prepareStatement(NUMBER);
        private final PreparedStatement stored = connection.prepareStatement(STORED);
        private final PreparedStatement change = connection.prepareStatement(CHANGE);
        private final PreparedStatement stage = connection.prepareStatement(STAGE);
        private final List<StagedFact> stretch = new ArrayList<>();
        private final boolean allStaged;
        private int changes;
        private int staged;

        private record Value(
                int revision,
                @Nullable BigDecimal amount,
                OffsetDateTime asOf,
                OffsetDateTime recordedAt,
                long importId,
                int row,
                @Nullable String reason) {
            boolean says(@Nullable BigDecimal other) {
                return amount == null ? other == null : other != null && amount.compareTo(other) == 0;
            }
        }

        Comparison(boolean allStaged) throws SQLException {
            this.allStaged = allStaged;
        }

        void add(StagedFact fact) throws SQLException {
            if (!stretch.isEmpty() && !continues(fact)) {
                settle();
            }
            stretch.add(fact);
        }

        private boolean continues(StagedFact fact) {
            StagedFact last = stretch.get(stretch.size() - 1);
            return stretch.size() < BATCH
                    && fact.isBeside(last)
                    && !fact.start().isAfter(last.start().plusDays(GAP_DAYS_MAX));
        }

        void finish() throws SQLException {
            settle();
            change.executeBatch();
            stage.executeBatch();
        }

        private void settle() throws SQLException {
            if (stretch.isEmpty()) {
                return;
            }
            Integer series = series(stretch.get(0));
            Map<LocalDate, Value> values = series == null ? Map.of() : values(series);
            for (StagedFact fact : stretch) {
                Value value = values.get(fact.start());
                boolean same = value == null ? fact.amount() == null : value.says(fact.amount());
                if (!same) {
                    change(fact, series, value);
                }
                if (allStaged || (same && fact.amount() != null && staged < ImportSamples.KEPT_MAX)) {
                    stage(fact);
                }
            }
            stretch.clear();
        }

        /** Under which number it is stored, if it is. */
        private @Nullable Integer series(StagedFact first) throws SQLException {
            number.setInt(1, first.series());
            List<Integer> found = new ArrayList<>(1);
            Sql.each(number, row -> found.add(row.getObject(1, Integer.class)));
            return found.get(0);
        }

        private Map<LocalDate, Value> values(int series) throws SQLException {
            stored.setInt(1, series);
            stored.setObject(2, stretch.get(0).start());
            stored.setObject(3, stretch.get(stretch.size() - 1).start());
            Map<LocalDate, Value> values = new HashMap<>();
            Sql.each(
                    stored,
                    row -> values.put(
                            row.getObject(1, LocalDate.class),
                            new Value(
                                    row.getInt(2),
                                    row.getBigDecimal(3),
                                    row.getObject(4, OffsetDateTime.class),
                                    row.getObject(5, OffsetDateTime.class),
                                    row.getLong(6),
                                    row.getInt(7),
                                    row.getString(8))));
            return values;
        }

        private void stage(StagedFact fact) throws SQLException {
            set(stage, fact);
            stage.addBatch();
            if (++staged % BATCH == 0) {
                stage.executeBatch();
            }
        }

        private void change(StagedFact fact, @Nullable Integer series, @Nullable Value value) throws SQLException {
            set(change, fact);
            change.setObject(8, series, Types.INTEGER);
            change.setInt(9, value == null ? 0 : value.revision);
            change.setBigDecimal(10, value == null ? null : value.amount);
            change.setObject(11, value == null ? null : value.asOf, Types.TIMESTAMP_WITH_TIMEZONE);
            change.setObject(12, value == null ? null : value.recordedAt, Types.TIMESTAMP_WITH_TIMEZONE);
            change.setObject(13, value == null ? null : value.importId, Types.BIGINT);
            change.setObject(14, value == null ? null : value.row, Types.INTEGER);
            change.setString(15, value == null ? null : value.reason);
            change.addBatch();
            if (++changes % BATCH == 0) {
                change.executeBatch();
            }
        }

        private static void set(PreparedStatement insert, StagedFact fact) throws SQLException {
            insert.setInt(1, fact.seq());
            insert.setInt(2, fact.row());
            insert.setInt(3, fact.series());
            insert.setObject(4, fact.start());
            insert.setBigDecimal(5, fact.amount());
            insert.setObject(6, fact.asOf().atOffset(ZoneOffset.UTC));
            insert.setString(7, fact.reason());
        }

        @Override
        public void close() throws SQLException {
            number.close();
            stored.close();
            change.close();
            stage.close();
        }
    }
}
