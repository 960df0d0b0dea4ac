package org.kpisuite.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What somebody would write who knows this file and checks nothing: COPY of the bytes, what will be
 * replaced kept, then INSERT … ON CONFLICT into the facts and their months. No codes are resolved, nothing is refused.
 */
final class HandWrittenWay implements ImportBenchmark.Way {
    private static final String STAGE = """
            create temporary table raw (unit text, measure text, period date, value numeric(28, 10), note text)
            on commit drop
            """;
    private static final String SERIES = """
            insert into fact_series (unit, scenario, measure, dims, grain, source, dim_keys, changed_at)
            select distinct unit, 'AC', measure, '', 'D', 'MANUAL', '', now()
            from raw
            on conflict (unit, scenario, measure, dims, grain, source) do update set
                changed_at = excluded.changed_at
            """;
    private static final String OF_SERIES = """
            s.unit = r.unit and s.scenario = 'AC' and s.measure = r.measure and s.dims = '' and s.grain = 'D'
                    and s.source = 'MANUAL'""";
    private static final String PAST = """
            insert into fact_past (series_id, period_start, revision, amount, as_of, recorded_at, import_id, row_no, reason)
            select f.series_id, f.period_start, f.revision, f.amount, f.as_of, f.recorded_at, f.import_id, f.row_no, f.reason
            from raw r
            join fact_series s
                on %s
            join fact f on f.series_id = s.id and f.period_start = r.period
            where f.amount <> r.value
            """.formatted(OF_SERIES);
    private static final String FACT = """
            insert into fact (series_id, period_start, amount, as_of, recorded_at, revision, import_id, row_no)
            select s.id, r.period, r.value, now(), now(), 1, 1, 1
            from raw r
            join fact_series s
                on %s
            on conflict (series_id, period_start) do update set
                amount = excluded.amount,
                as_of = excluded.as_of,
                recorded_at = excluded.recorded_at,
                revision = fact.revision + 1
            where fact.amount is distinct from excluded.amount
            """.formatted(OF_SERIES);
    private static final String MONTH = """
            insert into actual_month (unit, measure, dims, month_start, scenario, source, sum_value, first_value,
                last_value, last_day, days_with_data)
            select unit, measure, '', cast(date_trunc('month', period) as date), 'AC', 'MANUAL', sum(value),
                (array_agg(value order by period))[1], (array_agg(value order by period desc))[1], max(period), count(*)
            from raw
            group by unit, measure, cast(date_trunc('month', period) as date)
            on conflict (unit, measure, dims, month_start, scenario, source) do update set
                sum_value = excluded.sum_value,
                first_value = excluded.first_value,
                last_value = excluded.last_value,
                last_day = excluded.last_day,
                days_with_data = excluded.days_with_data
            """;

    @Override
    public void bring(DataSource database, Path file) throws SQLException, IOException {
        boolean noted = file.getFileName().toString().startsWith("again");
        String columns = noted ? "" : " (unit, measure, period, value)";
        try (InputStream body = ImportBenchmark.open(file);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local work_mem = '128MB'");
            statement.execute(STAGE);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy raw" + columns + " from stdin (format csv, header true)", body, 1 << 16);
            statement.execute("analyze raw");
            statement.executeUpdate(SERIES);
            statement.executeUpdate(PAST);
            statement.executeUpdate(FACT);
            statement.executeUpdate(MONTH);
            connection.commit();
        }
    }
}
