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
    private static final String PAST = """
            insert into actual_past (unit, measure, dims, grain, period_start, scenario, source, revision,
                dim_keys, amount, as_of, recorded_at, import_id, row_no, reason, tombstone)
            select a.unit, a.measure, a.dims, a.grain, a.period_start, a.scenario, a.source, a.revision,
                a.dim_keys, a.amount, a.as_of, a.recorded_at, a.import_id, a.row_no, null, false
            from actual a
            join raw r
                on r.unit = a.unit and r.measure = a.measure and r.period = a.period_start
            where a.dims = '' and a.grain = 'D' and a.scenario = 'AC' and a.source = 'MANUAL' and a.amount <> r.value
            """;
    private static final String ACTUAL = """
            insert into actual (unit, measure, dims, grain, period_start, scenario, source, dim_keys, amount, as_of,
                recorded_at, revision, import_id, row_no)
            select unit, measure, '', 'D', period, 'AC', 'MANUAL', '', value, now(), now(), 1, 1, 1
            from raw
            on conflict (unit, measure, dims, grain, period_start, scenario, source) do update set
                amount = excluded.amount,
                as_of = excluded.as_of,
                recorded_at = excluded.recorded_at,
                revision = actual.revision + 1
            where actual.amount is distinct from excluded.amount
            """;
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
            statement.executeUpdate(PAST);
            statement.executeUpdate(ACTUAL);
            statement.executeUpdate(MONTH);
            connection.commit();
        }
    }
}
