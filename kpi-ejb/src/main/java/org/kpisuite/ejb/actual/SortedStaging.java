package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
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
    private static final String STORED = """
            select period_start, scenario, source, amount, as_of, revision
            from actual
            where unit = ? and measure = ? and dims = ? and grain = ? and period_start between ? and ?
            """;
    private static final String COLUMNS = """
            (seq, row_no, unit, measure, dims, grain, period_start, scenario, source, dim_keys, amount, as_of, reason\
            """;
    private static final String CHANGE = "insert into import_change " + COLUMNS
            + ", old_amount, old_as_of, old_revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STAGE =
            "insert into import_stage " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int BATCH = 5_000;
    /** Of days that a file does not deliver, no more than that are read along. */
    private static final int GAP_DAYS_MAX = 31;

    private final Connection connection;
    private final SortedFacts facts = new SortedFacts();
    private final BitSet dropped = new BitSet();
    private int size;

    SortedStaging(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void take(FactRow fact) {
        try {
            facts.add(StagedFact.of(size++, fact));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() {
        // Facts are merged each time they are asked for.
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
        private final PreparedStatement stored = connection.prepareStatement(STORED);
        private final PreparedStatement change = connection.prepareStatement(CHANGE);
        private final PreparedStatement stage = connection.prepareStatement(STAGE);
        private final List<StagedFact> stretch = new ArrayList<>();
        private final boolean allStaged;
        private int changes;
        private int staged;

        private record Key(LocalDate start, String scenario, String source) {}

        private record Value(@Nullable BigDecimal amount, Instant asOf, int revision) {
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
            Map<Key, Value> values = values();
            for (StagedFact fact : stretch) {
                Value value = values.get(new Key(fact.start(), fact.scenario(), fact.source()));
                boolean same = value == null ? fact.amount() == null : value.says(fact.amount());
                if (!same) {
                    change(fact, value);
                }
                if (allStaged || (same && fact.amount() != null && staged < ImportSamples.KEPT_MAX)) {
                    stage(fact);
                }
            }
            stretch.clear();
        }

        private Map<Key, Value> values() throws SQLException {
            StagedFact first = stretch.get(0);
            stored.setString(1, first.unit());
            stored.setString(2, first.measure());
            stored.setString(3, first.dims());
            stored.setString(4, first.grain());
            stored.setObject(5, first.start());
            stored.setObject(6, stretch.get(stretch.size() - 1).start());
            Map<Key, Value> values = new HashMap<>();
            Sql.each(
                    stored,
                    row -> values.put(
                            new Key(Sql.day(row, "period_start"), row.getString("scenario"), row.getString("source")),
                            new Value(row.getBigDecimal("amount"), Sql.instant(row, "as_of"), row.getInt("revision"))));
            return values;
        }

        private void stage(StagedFact fact) throws SQLException {
            set(stage, fact);
            stage.addBatch();
            if (++staged % BATCH == 0) {
                stage.executeBatch();
            }
        }

        private void change(StagedFact fact, @Nullable Value value) throws SQLException {
            set(change, fact);
            if (value == null) {
                change.setNull(14, Types.NUMERIC);
                change.setNull(15, Types.TIMESTAMP_WITH_TIMEZONE);
                change.setInt(16, 0);
            } else {
                change.setBigDecimal(14, value.amount);
                change.setObject(15, value.asOf.atOffset(ZoneOffset.UTC));
                change.setInt(16, value.revision);
            }
            change.addBatch();
            if (++changes % BATCH == 0) {
                change.executeBatch();
            }
        }

        private static void set(PreparedStatement insert, StagedFact fact) throws SQLException {
            insert.setInt(1, fact.seq());
            insert.setInt(2, fact.row());
            insert.setString(3, fact.unit());
            insert.setString(4, fact.measure());
            insert.setString(5, fact.dims());
            insert.setString(6, fact.grain());
            insert.setObject(7, fact.start());
            insert.setString(8, fact.scenario());
            insert.setString(9, fact.source());
            insert.setString(10, fact.dimKeys());
            insert.setBigDecimal(11, fact.amount());
            insert.setObject(12, fact.asOf().atOffset(ZoneOffset.UTC));
            insert.setString(13, fact.reason());
        }

        @Override
        public void close() throws SQLException {
            stored.close();
            change.close();
            stage.close();
        }
    }
}
