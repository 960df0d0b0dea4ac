package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.scorecard.RestatedSince;

/** Stored values that were changed between two instants: what they were at the first, and at the second by which import. */
public final class ChangesSince {
    /** Who changed more than that reloaded a history; the first ones say so. */
    private static final int COUNT_MAX = 500;

    private static final String READ = """
            select r.unit, r.measure, r.dims, r.grain, r.period_start, r.amount, r.import_id, r.row_no, r.reason, i.file_name,
                (
                    select b.amount
                    from actual_revision b
                    where b.unit = r.unit and b.measure = r.measure and b.dims = r.dims and b.grain = r.grain
                        and b.period_start = r.period_start and b.scenario = r.scenario and b.source = r.source
                        and b.recorded_at < cast(? as timestamp with time zone)
                    order by b.revision desc
                    fetch first 1 rows only
                ) as amount_before
            from actual_revision r
            left join import_run i on i.id = r.import_id
            where r.unit = any(?) and r.measure = any(?) and r.period_start between ? and ? and r.scenario = ?
                and r.recorded_at >= cast(? as timestamp with time zone)
                and r.recorded_at < cast(? as timestamp with time zone)
                and not exists (
                    select 1
                    from actual_revision n
                    where n.unit = r.unit and n.measure = r.measure and n.dims = r.dims and n.grain = r.grain
                        and n.period_start = r.period_start and n.scenario = r.scenario and n.source = r.source
                        and n.revision > r.revision and n.recorded_at < cast(? as timestamp with time zone)
                )
            order by r.measure, r.unit, r.period_start, r.dims
            fetch first %d rows only
            """.formatted(COUNT_MAX);

    private final Connection connection;
    private final CompanyCalendar calendar;

    public ChangesSince(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    /** Of all that a query reads. */
    public List<RestatedSince.Change> of(FactQuery query, Instant since, Instant until) throws SQLException {
        return Sql.query(
                connection,
                READ,
                this::change,
                since,
                query.units().toArray(String[]::new),
                query.series().stream().map(FactSeries::measure).distinct().toArray(String[]::new),
                query.whole().start(),
                query.whole().endInclusive(),
                query.scenario().name(),
                since,
                until,
                until);
    }

    private RestatedSince.Change change(ResultSet row) throws SQLException {
        return new RestatedSince.Change(
                row.getString("unit"),
                row.getString("measure"),
                row.getString("dims"),
                Grain.valueOf(row.getString("grain")).period(Sql.day(row, "period_start"), calendar),
                row.getBigDecimal("amount_before"),
                row.getBigDecimal("amount"),
                row.getLong("import_id"),
                Objects.requireNonNullElse(row.getString("file_name"), ""),
                row.getInt("row_no"),
                row.getString("reason"));
    }
}
