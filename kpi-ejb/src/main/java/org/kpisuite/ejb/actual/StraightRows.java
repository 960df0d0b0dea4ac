package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs goes into the facts as it is found, in the order in which they are kept, and what it replaces beside them,
 * taken together by month on the way. {@code fact_change} gets no more of it than {@link ImportSamples} keep.
 */
final class StraightRows implements SortedComparison.Outcome {
    private static final String CREATE = """
            insert into fact (series_id, period_start, amount, as_of, recorded_at, revision, import_id, row_no, reason)
            values (?, ?, ?, ?, ?, 1, ?, ?, ?)
            """;
    private static final String KEEP = """
            insert into fact_past (series_id, period_start, revision, amount, as_of, recorded_at, import_id, row_no, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            update fact set
                amount = ?,
                as_of = ?,
                recorded_at = ?,
                revision = ?,
                import_id = ?,
                row_no = ?,
                reason = ?
            where series_id = ? and period_start = ?
            """;

    private final RowBatch create;
    private final RowBatch keep;
    private final RowBatch change;
    private final RowBatch months;
    private final ChangeRows samples;
    private final long importId;
    private final OffsetDateTime recordedAt;
    private final Map<FactChange.Kind, Integer> sampled = new EnumMap<>(FactChange.Kind.class);
    private @Nullable MonthChange month;

    /** Written as recorded by that import at that instant. */
    StraightRows(Connection connection, long importId, Instant recordedAt) throws SQLException {
        this.create = new RowBatch(connection, CREATE);
        this.keep = new RowBatch(connection, KEEP);
        this.change = new RowBatch(connection, CHANGE);
        this.months = new RowBatch(connection, MonthChange.INSERT);
        this.samples = new ChangeRows(connection, false);
        this.importId = importId;
        this.recordedAt = recordedAt.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void differs(StagedFact fact, @Nullable Integer series, SortedComparison.@Nullable Stored before)
            throws SQLException {
        OffsetDateTime asOf = fact.asOf().atOffset(ZoneOffset.UTC);
        if (before == null) {
            create.add(series, fact.start(), fact.amount(), asOf, recordedAt, importId, fact.row(), fact.reason());
        } else {
            keep.add(
                    series,
                    fact.start(),
                    before.revision(),
                    before.amount(),
                    before.asOf(),
                    before.recordedAt(),
                    before.importId(),
                    before.row(),
                    before.reason());
            change.add(
                    fact.amount(),
                    asOf,
                    recordedAt,
                    before.revision() + 1,
                    importId,
                    fact.row(),
                    fact.reason(),
                    series,
                    fact.start());
        }
        BigDecimal replaced = before == null ? null : before.amount();
        total(fact, series, replaced != null);
        if (sampled.merge(FactChange.Kind.of(fact.amount(), replaced), 1, Integer::sum) <= ImportSamples.KEPT_MAX) {
            samples.differs(fact, series, before);
        }
    }

    private void total(StagedFact fact, @Nullable Integer series, boolean replaces) throws SQLException {
        MonthChange current = month;
        if (current == null || !current.isOf(fact)) {
            if (current != null) {
                current.write(months);
            }
            current = new MonthChange(fact, series);
            month = current;
        }
        current.add(fact, replaces);
    }

    @Override
    public void same(StagedFact fact) throws SQLException {
        samples.same(fact);
    }

    @Override
    public void finish() throws SQLException {
        if (month != null) {
            month.write(months);
        }
        create.finish();
        keep.finish();
        change.finish();
        months.finish();
        samples.finish();
    }

    @Override
    public void close() throws SQLException {
        create.close();
        keep.close();
        change.close();
        months.close();
        samples.close();
    }
}
