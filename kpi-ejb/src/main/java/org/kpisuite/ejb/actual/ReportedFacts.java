package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;

/**
 * Values as they were reported, of facts that were changed for history only after their period was closed. The scorecards
 * of that closed period and of those within it read them, everything else what is stored.
 */
public final class ReportedFacts {
    private static final String SAME_KEY = """
            c.unit = r.unit and c.measure = r.measure and c.dims = r.dims and c.grain = r.grain
                and c.period_start = r.period_start and c.scenario = r.scenario and c.source = r.source
            """;
    private static final String ANY = """
            select 1
            from actual_reported
            where released_at is null
            fetch first 1 rows only
            """;
    private static final String SINCE = """
            select 1
            from actual_reported
            where released_at is null and period_start >= ?
            fetch first 1 rows only
            """;
    private static final String RELEASE = """
            update actual_reported r set
                released_at = cast(? as timestamp with time zone)
            where r.released_at is null and exists (
                select 1
                from import_change c
                where %s
            )
            """.formatted(SAME_KEY);
    private static final String PIN = """
            insert into actual_reported (unit, measure, dims, grain, period_start, scenario, source, revision,
                dim_keys, amount, closed_from, closed_to, recorded_at)
            select c.unit, c.measure, c.dims, c.grain, c.period_start, c.scenario, c.source, c.old_revision + 1,
                c.dim_keys, c.old_amount, cast(? as date), cast(? as date), cast(? as timestamp with time zone)
            from import_change c
            where not exists (
                select 1
                from actual_reported r
                where r.released_at is null and %s
            )
            """.formatted(SAME_KEY);
    private static final String READ = """
            select r.unit, r.measure, r.dims, r.dim_keys, r.grain, r.period_start, r.scenario, r.source, r.amount
            from actual_reported r
            where r.unit in (select u.unit from unnest(cast(? as varchar(64) array)) as u(unit))
                and r.measure in (select m.measure from unnest(cast(? as varchar(64) array)) as m(measure))
                and r.scenario = ?
                and r.closed_from <= ?
                and r.closed_to >= ?
                and r.period_start >= case when r.grain in ('W', 'V') then cast(? as date) else cast(? as date) end
                and r.period_start <= ?
                and r.recorded_at < cast(? as timestamp with time zone)
                and (r.released_at is null or r.released_at >= cast(? as timestamp with time zone))
            """;
    /** A week lies where its Thursday lies, so it may begin that much earlier. */
    private static final int DAYS_BEFORE = 3;

    private final Connection connection;

    public ReportedFacts(Connection connection) {
        this.connection = connection;
    }

    /** What the scorecard of that period must read in place of what is stored, as known at an instant. */
    public FactOverlay of(FactQuery query, Period period, Instant asOf) throws SQLException {
        return new FactOverlay(Sql.query(
                connection,
                READ,
                row -> new FactOverlay.Value(
                        row.getString("unit"),
                        row.getString("measure"),
                        row.getString("dims"),
                        row.getString("dim_keys"),
                        row.getString("grain"),
                        Sql.day(row, "period_start"),
                        row.getString("scenario"),
                        row.getString("source"),
                        row.getBigDecimal("amount")),
                query.units().toArray(String[]::new),
                query.series().stream().map(FactSeries::measure).distinct().toArray(String[]::new),
                query.scenario().name(),
                period.start(),
                period.endInclusive(),
                period.start().minusDays(DAYS_BEFORE),
                period.start(),
                period.endInclusive(),
                asOf,
                asOf));
    }

    /** Keeps what the changes that have just been written replaced, as reported of the closed days. */
    void pin(DayRange closed, Instant recordedAt) throws SQLException {
        Sql.update(connection, PIN, closed.start(), closed.endInclusive(), recordedAt);
    }

    /** Whether there are any of periods that begin on that day or later. */
    boolean hasSince(LocalDate day) throws SQLException {
        return !Sql.query(connection, SINCE, row -> row.getInt(1), day).isEmpty();
    }

    /** What the changes write is the reported value from now on. */
    void release(Instant at) throws SQLException {
        List<Integer> any = Sql.query(connection, ANY, row -> row.getInt(1));
        if (!any.isEmpty()) {
            Sql.update(connection, RELEASE, at);
        }
    }
}
