package org.kpisuite.benchmarks.scorecard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.ejb.storage.Schema;

/**
 * A database with a value for every day, measure and unit, made in the database itself: what as many imports of one day
 * each would have left, without the revisions.
 */
final class FactTables {
    /** Everything was recorded before the last midnight in Moscow. */
    private static final String RECORDED = "timestamp with time zone '2026-11-21 20:00:00+00:00'";

    private static final String FACTS = """
            insert into fact (series_id, period_start, amount, as_of, recorded_at, revision, import_id, row_no)
            select s.id, d.day_on,
                100 + mod(cast(? as integer) * 7919 + m.place * 104729 + d.place * 31, 900), %1$s, %1$s, 1, 1, 1
            from fact_series s
            join bench_measure m
                on m.code = s.measure
            cross join bench_day d
            where s.unit = ?
            order by s.id, d.day_on
            """.formatted(RECORDED);
    private static final String MONTHS = """
            insert into actual_month (unit, measure, dims, month_start, scenario, source, sum_value, first_value,
                last_value, last_day, days_with_data, days_in, changed_at)
            select a.unit, a.measure, '', d.month_start, 'AC', 'MANUAL', sum(a.amount), min(a.amount), max(a.amount),
                max(a.period_start), count(*), cast(sum(d.day_bit) as integer), %s
            from actual a
            join bench_day d
                on d.day_on = a.period_start
            where a.unit = ?
            group by a.unit, a.measure, d.month_start
            order by a.unit, a.measure, d.month_start
            """.formatted(RECORDED);
    private static final String YEARS = """
            insert into actual_year (unit, measure, dims, year_start, scenario, source, changed_at, months)
            select m.unit, m.measure, '', y.year_start, 'AC', 'MANUAL', max(m.changed_at),
                string_agg(cast(extract(month from m.month_start) as varchar(2)) || ' '
                    || cast(m.days_in as varchar(12)) || ' ' || cast(m.sum_value as varchar(50)) || ' '
                    || cast(m.first_value as varchar(50)) || ' ' || cast(m.last_value as varchar(50)), ';'
                    order by m.month_start)
            from actual_month m
            join (
                select distinct month_start, cast(date_trunc('year', cast(month_start as timestamp)) as date) as year_start
                from bench_day
            ) y
                on y.month_start = m.month_start
            where m.unit = ?
            group by m.unit, m.measure, y.year_start
            """;
    private static final String SERIES = """
            insert into fact_series (unit, scenario, measure, dims, grain, source, dim_keys, changed_at)
            select cast(? as varchar(64)), 'AC', m.code, '', 'D', 'MANUAL', '', %s
            from bench_measure m
            order by m.code
            """.formatted(RECORDED);

    private final DataSource database;
    private final int units;

    private FactTables(DataSource database, int units) {
        this.database = database;
        this.units = units;
    }

    /** Raises the tables and fills them. */
    static FactTables fill(DataSource database, int units, DayRange days) throws SQLException {
        Schema.of(database).load().migrate();
        FactTables tables = new FactTables(database, units);
        try (Connection connection = database.getConnection()) {
            lists(connection, days);
            for (int unit = 0; unit < units; unit++) {
                run(connection, SERIES, unit(unit));
                run(connection, FACTS, unit, unit(unit));
                run(connection, MONTHS, unit(unit));
                run(connection, YEARS, unit(unit));
            }
            measure(connection);
        }
        return tables;
    }

    static String unit(int number) {
        return "U%03d".formatted(number);
    }

    /** So many neighbouring units, from a place that goes round with each call's number. */
    List<String> units(int count, int call) {
        int first = (int) (call * 7919L % (units - count + 1));
        return IntStream.range(first, first + count).mapToObj(FactTables::unit).toList();
    }

    /** As the container would hand one out: its transaction begun. */
    Connection connection() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void lists(Connection connection, DayRange days) throws SQLException {
        run(connection, "create table bench_measure (code varchar(64) primary key, place integer)");
        run(
                connection,
                "create table bench_day (day_on date primary key, month_start date, day_bit bigint, place integer)");
        for (int i = 0; i < SampleDepartment.MEASURES.size(); i++) {
            run(connection, "insert into bench_measure values (?, ?)", SampleDepartment.MEASURES.get(i), i);
        }
        for (LocalDate day = days.start(); !day.isAfter(days.endInclusive()); day = day.plusDays(1)) {
            long bit = 1L << (day.getDayOfMonth() - 1);
            run(
                    connection,
                    "insert into bench_day values (?, ?, ?, ?)",
                    day,
                    day.withDayOfMonth(1),
                    bit,
                    day.getDayOfYear());
        }
    }

    /** Lets the database know how large the tables have become. */
    private static void measure(Connection connection) throws SQLException {
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (Statement statement = connection.createStatement()) {
            statement.execute(postgres ? "vacuum analyze" : "analyze");
        }
    }

    private static void run(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
