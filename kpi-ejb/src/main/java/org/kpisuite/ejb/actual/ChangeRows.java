package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What differs, in {@code fact_change}, and of what does not as many as are asked for in {@code staged_fact}. */
final class ChangeRows implements SortedComparison.Outcome {
    private static final String STAGE = """
            insert into staged_fact (seq, row_no, series_no, period_start, amount, as_of, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            insert into fact_change (seq, row_no, series_no, period_start, amount, as_of, reason, series_id,
                old_revision, old_amount, old_as_of, old_recorded_at, old_import_id, old_row_no, old_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final RowBatch change;
    private final RowBatch stage;
    private final boolean allStaged;
    private int staged;

    /** @param allStaged whether all facts are staged, also those that differ */
    ChangeRows(Connection connection, boolean allStaged) throws SQLException {
        this.change = new RowBatch(connection, CHANGE);
        this.stage = new RowBatch(connection, STAGE);
        this.allStaged = allStaged;
    }

    @Override
    public void differs(StagedFact fact, @Nullable Integer series, SortedComparison.@Nullable Stored before)
            throws SQLException {
        change.add(
                fact.seq(),
                fact.row(),
                fact.series(),
                fact.start(),
                fact.amount(),
                fact.asOf().atOffset(ZoneOffset.UTC),
                fact.reason(),
                series,
                before == null ? 0 : before.revision(),
                before == null ? null : before.amount(),
                before == null ? null : before.asOf(),
                before == null ? null : before.recordedAt(),
                before == null ? null : before.importId(),
                before == null ? null : before.row(),
                before == null ? null : before.reason());
        if (allStaged) {
            stage(fact);
        }
    }

    @Override
    public void same(StagedFact fact) throws SQLException {
        if (allStaged || (fact.amount() != null && staged < ImportSamples.KEPT_MAX)) {
            stage(fact);
        }
    }

    private void stage(StagedFact fact) throws SQLException {
        staged++;
        stage.add(
                fact.seq(),
                fact.row(),
                fact.series(),
                fact.start(),
                fact.amount(),
                fact.asOf().atOffset(ZoneOffset.UTC),
                fact.reason());
    }

    @Override
    public void finish() throws SQLException {
        change.finish();
        stage.finish();
    }

    @Override
    public void close() throws SQLException {
        change.close();
        stage.close();
    }
}
