package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * Values of earlier periods that were changed lately: what a scorecard must own up to. Series of which nothing was changed
 * are not looked into.
 */
public final class Restatements {
    /** How long a change is news. */
    private static final Duration LATELY = Duration.ofDays(92);

    private static final int COUNT_MAX = 200;

    private static final String READ = """
            select s.measure, s.grain, r.period_start, b.amount as before_amount, r.amount as after_amount,
                r.revision, r.reason, r.import_id, r.recorded_at
            from fact_series s
            join fact_revision r on r.series_id = s.id and r.period_start >= ? and r.period_start < ?
            join fact_past b
                on b.series_id = r.series_id and b.period_start = r.period_start and b.revision = r.revision - 1
            where s.unit in (select q.unit from unnest(cast(? as varchar(64) array)) as q(unit))
            and s.measure in (select q.measure from unnest(cast(? as varchar(64) array)) as q(measure))
            and s.scenario = ?
            and s.restated_at >= cast(? as timestamp with time zone)
            and r.revision > 1
            and r.amount is not null
            and b.amount is not null
            and r.recorded_at >= ?
            and r.recorded_at < ?
            order by r.period_start desc, s.measure, s.unit, r.revision desc
            fetch first 200 rows only
            """;

    private final Connection connection;
    private final Catalogue catalogue;
    private final CompanyCalendar calendar;

    public Restatements(Connection connection, Catalogue catalogue, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
        this.catalogue = catalogue;
    }

    /** At most 200, the latest period first, of periods that were read and began before the given one. */
    public List<Scorecard.Restatement> of(FactQuery query, Period period, Instant asOf) throws SQLException {
        List<Scorecard.Restatement> rows = Sql.query(
                connection,
                READ,
                this::row,
                query.whole().start(),
                period.start(),
                query.units().toArray(String[]::new),
                query.series().stream().map(FactSeries::measure).distinct().toArray(String[]::new),
                query.scenario().name(),
                asOf.minus(LATELY),
                asOf.minus(LATELY),
                asOf);
        return rows.subList(0, Math.min(COUNT_MAX, rows.size()));
    }

    private Scorecard.Restatement row(ResultSet row) throws SQLException {
        String measure = row.getString("measure");
        return new Scorecard.Restatement(
                measure,
                catalogue.measure(measure).orElseThrow().name(),
                Grain.valueOf(row.getString("grain")).period(Sql.day(row, "period_start"), calendar),
                row.getBigDecimal("before_amount"),
                row.getBigDecimal("after_amount"),
                row.getInt("revision"),
                row.getString("reason"),
                row.getLong("import_id"),
                Objects.requireNonNull(Sql.instant(row, "recorded_at")));
    }
}
