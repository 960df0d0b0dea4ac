package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CompanyCalendar;

/**
 * Some of what an import changes, kept with it: first what is deleted, then what puts another value in place of one, then
 * what is new, then what was known already. A thousand at most, whatever the size of the file.
 */
final class ImportSamples {
    static final int KEPT_MAX = 1_000;
    /** Rows of a larger file are not all looked up again only to find those that are known. */
    private static final int LOOKED_AT_MAX = 20_000;

    private static final String INSERT = """
            insert into import_sample (import_id, seq, kind, row_no, unit, measure, dims, grain, period_start, scenario,
                source, old_amount, amount)
            """;
    private static final String CHANGED = INSERT + """
            select cast(? as bigint), c.seq,
                case when c.old_amount is null then 'NEW' when c.amount is null then 'DELETED' else 'CHANGED' end,
                c.row_no, s.unit, s.measure, s.dims, s.grain, c.period_start, s.scenario, s.source, c.old_amount, c.amount
            from (
                select *
                from fact_change
                where %s
                fetch first %d rows only
            ) c
            left join staged_series s on s.no = c.series_no
            """;
    private static final String UNCHANGED = INSERT + """
            select cast(? as bigint), f.seq, 'UNCHANGED', f.row_no, s.unit, s.measure, s.dims, s.grain,
                f.period_start, s.scenario, s.source, f.amount, f.amount
            from (
                select *
                from staged_fact
                where amount is not null
                fetch first %d rows only
            ) f
            left join staged_series s on s.no = f.series_no
            where exists (
                select 1
                from fact a
                where a.series_id = s.id and a.period_start = f.period_start and a.amount = f.amount
            )
            fetch first %d rows only
            """;
    private static final String LIST = """
            select *
            from import_sample
            where import_id = ? and seq > ?
            order by seq
            fetch first %d rows only
            """;

    private final Connection connection;

    ImportSamples(Connection connection) {
        this.connection = connection;
    }

    /** Keeps some of what is staged and compared, while it is. */
    void keep(long importId, FactChanges.Tally tally) throws SQLException {
        int kept = 0;
        if (tally.deleted() > 0) {
            kept = take(CHANGED.formatted("amount is null", KEPT_MAX), importId);
        }
        if (tally.changed() > 0 && kept < KEPT_MAX) {
            kept += take(CHANGED.formatted("old_amount is not null and amount is not null", KEPT_MAX - kept), importId);
        }
        if (tally.created() > 0 && kept < KEPT_MAX) {
            kept += take(CHANGED.formatted("old_amount is null", KEPT_MAX - kept), importId);
        }
        if (kept < KEPT_MAX) {
            take(UNCHANGED.formatted(LOOKED_AT_MAX, KEPT_MAX - kept), importId);
        }
    }

    private int take(String sql, long importId) throws SQLException {
        return Sql.update(connection, sql, importId);
    }

    /** What was kept of an import, in the order of the file, after that place. */
    List<FactChange> list(long importId, int after, int limit, CompanyCalendar calendar) throws SQLException {
        return Sql.query(connection, LIST.formatted(limit), row -> change(row, calendar), importId, after);
    }

    private static FactChange change(ResultSet row, CompanyCalendar calendar) throws SQLException {
        return new FactChange(
                row.getInt("seq"),
                FactChange.Kind.valueOf(row.getString("kind")),
                row.getInt("row_no"),
                row.getString("unit"),
                row.getString("measure"),
                row.getString("dims"),
                Grain.valueOf(row.getString("grain")).period(Sql.day(row, "period_start"), calendar),
                Scenario.valueOf(row.getString("scenario")),
                row.getString("source"),
                row.getBigDecimal("old_amount"),
                row.getBigDecimal("amount"));
    }
}
