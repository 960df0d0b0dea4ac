package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What of the staged facts differs from what is stored, and how that is written: the current value, beside it what it replaced,
 * the series and months it touches. Rows that say what is known already are never written.
 */
final class FactChanges {
    private static final String ADD_UP = """
            insert into month_change (series_no, series_id, month_start, created, changed, deleted, first_start, last_start,
                sum_value, first_day, last_day, days_with_data, days_in)
            select series_no, series_id, month_start, count(*) - count(old_amount),
                count(old_amount) + count(amount) - count(*), count(*) - count(amount), min(period_start),
                max(period_start), sum(amount), min(day_in), max(day_in), count(amount),
                cast(coalesce(sum(bit), 0) as integer)
            from (
                select series_no, series_id, period_start, amount, old_amount,
                    case when amount is not null then period_start end as day_in,
                    case when amount is not null then %s end as bit,
                    cast(date_trunc('month', cast(period_start as timestamp)) as date) as month_start
                from fact_change
            ) d
            group by series_no, series_id, month_start
            """.formatted(MonthTotals.BIT);
    private static final String COUNT = """
            select coalesce(sum(created), 0) as created, coalesce(sum(changed), 0) as changed,
                coalesce(sum(deleted), 0) as deleted, min(first_start) as first_start, max(last_start) as last_start
            from month_change
            """;
    private static final String CONFLICTS = """
            select *
            from import_change
            where old_amount is not null
            order by row_no
            """;
    private static final String STALE = """
            select *
            from import_change
            where old_as_of >= as_of
            order by row_no
            """;
    private static final String DROP_CONFLICTS = "delete from fact_change where old_amount is not null";
    private static final String DROP_STALE = "delete from fact_change where old_as_of >= as_of";
    /** What is about to be replaced. */
    private static final String KEEP = """
            insert into fact_past (series_id, period_start, revision, amount, as_of, recorded_at, import_id, row_no, reason)
            select series_id, period_start, old_revision, old_amount, old_as_of, old_recorded_at, old_import_id,
                old_row_no, old_reason
            from fact_change
            where old_revision > 0
            """;

    private static final String CREATE = """
            insert into fact (series_id, period_start, amount, as_of, recorded_at, revision, import_id, row_no, reason)
            select series_id, period_start, amount, as_of, cast(? as timestamp with time zone), 1, cast(? as bigint),
                row_no, reason
            from fact_change
            where old_revision = 0
            """;
    private static final String CHANGE = """
            merge into fact a
            using (select * from fact_change where old_revision > 0) c
                on a.series_id = c.series_id and a.period_start = c.period_start
            when matched then update set
                amount = c.amount,
                as_of = c.as_of,
                recorded_at = cast(? as timestamp with time zone),
                revision = c.old_revision + 1,
                import_id = coalesce(c.import_id, cast(? as bigint)),
                row_no = c.row_no,
                reason = c.reason
            """;

    private static final String SERIES = """
            merge into fact_series a
            using (
                select series_id, cast(? as timestamp with time zone) as recorded_at,
                    max(changed) as changed
                from month_change
                group by series_id
            ) c on a.id = c.series_id
            when matched then update set
                changed_at = c.recorded_at,
                restated_at = case when c.changed > 0 then c.recorded_at else a.restated_at end
            """;

    /** A year is the longest period, and one that began before the first day may reach into it. */
    private static final String ON_GROUND = """
            select c.*
            from import_change c
            join unnest(cast(? as varchar(64) array)) as m(measure) on m.measure = c.measure
            where c.period_start >= ? and c.period_start <= ?
            order by c.seq
            fetch first cast(? as integer) rows only
            """;

    private final Connection connection;
    private final Findings findings;

    FactChanges(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** How many facts are new, changed and deleted, and the first and last beginning of their periods if there are any. */
    record Tally(
            long created,
            long changed,
            long deleted,
            @Nullable LocalDate firstStart,
            @Nullable LocalDate lastStart) {
        long all() {
            return created + changed + deleted;
        }
    }

    /** Refuses what the policy does not let happen; how many rows that is. */
    long enforce(ImportPolicy policy) throws SQLException {
        switch (policy) {
            case REJECT -> {
                Sql.each(connection, CONFLICTS, row -> {
                    BigDecimal stored = row.getBigDecimal("old_amount");
                    findings.add(Refusal.of(Code.E_VALUE_CONFLICT, Decimals.plain(stored))
                            .atRow(row.getInt("row_no"))
                            .inColumn("value", given(row, text(row.getBigDecimal("amount")))));
                });
                return Sql.update(connection, DROP_CONFLICTS);
            }
            case NEWER -> {
                Sql.each(connection, STALE, row -> {
                    Instant stored = Sql.instant(row, "old_as_of");
                    findings.add(Refusal.of(Code.E_STALE, String.valueOf(stored))
                            .atRow(row.getInt("row_no"))
                            .inColumn("asOf", given(row, String.valueOf(Sql.instant(row, "as_of")))));
                });
                return Sql.update(connection, DROP_STALE);
            }
            default -> {
                return 0;
            }
        }
    }

    /** All changes as an overlay. */
    FactOverlay overlay() throws SQLException {
        return new FactOverlay(Sql.query(connection, "select * from import_change order by seq", FactChanges::value));
    }

    /** Those on which scores rest, as an overlay; empty where they are more than that. */
    Optional<FactOverlay> overlay(ScoreEffects.Ground ground, int most) throws SQLException {
        List<FactOverlay.Value> values = Sql.query(
                connection,
                ON_GROUND,
                FactChanges::value,
                ground.measures().toArray(String[]::new),
                ground.days().start().minusYears(1),
                ground.days().endInclusive(),
                most + 1);
        return values.size() > most ? Optional.empty() : Optional.of(new FactOverlay(values));
    }

    private static FactOverlay.Value value(ResultSet row) throws SQLException {
        return new FactOverlay.Value(
                row.getString("unit"),
                row.getString("measure"),
                row.getString("dims"),
                row.getString("dim_keys"),
                row.getString("grain"),
                Sql.day(row, "period_start"),
                row.getString("scenario"),
                row.getString("source"),
                row.getBigDecimal("amount"));
    }

    /** Units of which anything changes. */
    Set<String> units() throws SQLException {
        return Set.copyOf(
                Sql.query(connection, "select distinct unit from import_change", row -> row.getString("unit")));
    }

    /** What a row gives; of what is missing in a full snapshot, which fact that is. */
    private static String given(ResultSet row, String text) throws SQLException {
        return row.getInt("row_no") > 0 ? text : MissingFacts.name(row);
    }

    private static String text(BigDecimal amount) {
        return amount == null ? "DELETE" : Decimals.plain(amount);
    }

    /** Takes what differs together; once, after all refusals. */
    Tally count() throws SQLException {
        Sql.update(connection, ADD_UP);
        return counted();
    }

    /** Of what was taken together already. */
    Tally counted() throws SQLException {
        return Sql.query(
                        connection,
                        COUNT,
                        row -> new Tally(
                                row.getLong("created"),
                                row.getLong("changed"),
                                row.getLong("deleted"),
                                Sql.day(row, "first_start"),
                                Sql.day(row, "last_start")))
                .get(0);
    }

    /** Writes all of it as recorded by that import at that instant; from now on it is what is reported, too. */
    void apply(long importId, Instant recordedAt, Tally tally, Staging staging) throws SQLException {
        if (tally.all() > 0) {
            new ReportedFacts(connection).release(recordedAt);
            write(importId, recordedAt, tally, staging);
        }
    }

    /** Writes all of it; what was reported before of closed periods stays so. */
    void write(long importId, Instant recordedAt, Tally tally, Staging staging) throws SQLException {
        if (tally.all() == 0) {
            return;
        }
        int created = Sql.update(connection, CREATE, recordedAt, importId);
        if (created < tally.all()) {
            Sql.update(connection, KEEP);
            Sql.update(connection, CHANGE, recordedAt, importId);
        }
        follow(importId, recordedAt, tally, staging);
    }

    /** Brings what is kept of series and months up to what was written. */
    void follow(long importId, Instant recordedAt, Tally tally, Staging staging) throws SQLException {
        if (tally.all() == 0) {
            return;
        }
        Sql.update(connection, SERIES, recordedAt);
        new MonthTotals(connection, staging).maintain(tally.deleted() > 0, recordedAt);
        new WrittenFacts(connection, importId).reach(tally.firstStart(), tally.lastStart());
    }
}
