package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
        try (RowBatch insert = new RowBatch(connection, SERIES)) {
            for (StagedSeries.Named named : series.take()) {
                insert.add(
                        named.no(),
                        named.unit(),
                        named.scenario(),
                        named.measure(),
                        named.dims(),
                        named.grain(),
                        named.source(),
                        named.dimKeys());
            }
            insert.finish();
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
        compare(new ChangeRows(connection, allStaged));
    }

    @Override
    public boolean write(long importId, Instant recordedAt) throws SQLException {
        compare(new StraightRows(connection, importId, recordedAt));
        return true;
    }

    private void compare(SortedComparison.Outcome outcome) throws SQLException {
        SeriesNumbers.find(connection);
        try (SortedComparison comparison = new SortedComparison(connection, outcome)) {
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
}
