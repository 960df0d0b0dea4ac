package org.kpisuite.benchmarks.scorecard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.h2.jdbcx.JdbcDataSource;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;

/**
 * Reading the facts of scorecards from ten years of days and assembling one of twenty items, against the same monthly
 * totals added up from the days by plain SQL on the same connection.
 *
 * <p>Each call takes other units. A tenth of the rows is told twice: by units, where the key is as deep as ten years make
 * it, and by years, where the window of twelve months is all there is.
 */
public final class ScorecardBenchmark {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);
    private static final DayRange TEN_YEARS =
            new DayRange(LAST_DAY.minusYears(10).plusDays(1), LAST_DAY);
    private static final DayRange ONE_YEAR = new DayRange(LocalDate.of(2025, 11, 1), LAST_DAY);
    private static final DayRange SIXTY_MONTHS = new DayRange(LocalDate.of(2021, 11, 1), LocalDate.of(2026, 10, 31));
    private static final DayRange TWELVE_MONTHS = new DayRange(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 10, 31));
    private static final int PARENT_UNITS = 10;

    private final int runs;

    private ScorecardBenchmark(int runs) {
        this.runs = runs;
    }

    /** Arguments: rows of the large table (36520000), runs for each median (200). */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 36_520_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        int units = (int) (rows / (SampleDepartment.MEASURES.size() * TEN_YEARS.days()));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("shared_buffers", "1GB")
                .start()) {
            new ScorecardBenchmark(runs).run(server, units);
        }
    }

    private void run(EmbeddedPostgres server, int units) throws IOException, SQLException {
        int tenth = Math.max(PARENT_UNITS, units / 10);
        System.out.printf("%d units, %d measures; load %s%n", units, SampleDepartment.MEASURES.size(), load());
        FactTables large = server(server, "large", units, TEN_YEARS);
        months("PostgreSQL, all: 60 months", large, SIXTY_MONTHS);
        months("PostgreSQL, all: 12 months", large, TWELVE_MONTHS);
        scorecards("PostgreSQL, all", large);
        FactTables fewer = server(server, "fewer", tenth, TEN_YEARS);
        months("PostgreSQL, a tenth of the units: 60 months", fewer, SIXTY_MONTHS);
        scorecards("PostgreSQL, a tenth of the units", fewer);
        FactTables shorter = server(server, "shorter", units, ONE_YEAR);
        months("PostgreSQL, a tenth of the years: 12 months", shorter, TWELVE_MONTHS);
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + Files.createTempDirectory("kpi-scorecard").resolve("kpi") + ";DB_CLOSE_DELAY=-1");
        FactTables h2 = FactTables.fill(file, tenth, TEN_YEARS);
        // Adding up the days takes H2 so long that fewer runs must do.
        ScorecardBenchmark fewerRuns = new ScorecardBenchmark(Math.max(runs / 5, 20));
        fewerRuns.months("H2, a tenth of the units: 60 months", h2, SIXTY_MONTHS);
        fewerRuns.scorecards("H2, a tenth of the units", h2);
        System.out.printf("load %s%n", load());
    }

    private static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The facts of twenty indicators of a department and of a parent with ten. */
    private void months(String name, FactTables tables, DayRange months) throws SQLException {
        try (Connection connection = tables.connection()) {
            for (int count : new int[] {1, PARENT_UNITS}) {
                Timing[] both = Timing.of(
                        runs,
                        call -> read(connection, SampleDepartment.months(tables.units(count, call), months)),
                        call -> PlainSql.read(connection, tables.units(count, call), months));
                String what = count == 1 ? ", department" : ", parent of " + count;
                line(name + what, both[0].wallMillis(), "from the days", both[1].wallMillis());
            }
        }
    }

    /** A scorecard of its own window: its query beside plain SQL, its assembly beside its query. */
    private void scorecards(String name, FactTables tables) throws SQLException {
        String unit = FactTables.unit(0);
        SampleDepartment department = new SampleDepartment(unit);
        try (Connection connection = tables.connection()) {
            for (Period quarter : List.of(SampleDepartment.CLOSED, SampleDepartment.RUNNING)) {
                FactQuery query = department.needs(quarter);
                String what =
                        name + (quarter.equals(SampleDepartment.CLOSED) ? ", closed quarter" : ", running quarter");
                Timing[] reading = Timing.of(
                        runs,
                        call -> read(connection, query),
                        call -> PlainSql.read(connection, List.of(unit), query.whole()));
                line(what + ", query", reading[0].wallMillis(), "from the days", reading[1].wallMillis());
                List<FactSlice> slices = read(connection, query);
                // Its code is large and each run short: it must be compiled before it counts.
                Timing[] making = Timing.of(
                        runs * 5, call -> department.assemble(quarter, slices), call -> read(connection, query));
                line(what + ", assembled (CPU)", making[0].cpuMillis(), "its query", making[1].wallMillis());
            }
        }
    }

    private static List<FactSlice> read(Connection connection, FactQuery query) throws SQLException {
        return new FactReader(connection, CompanyCalendar.STANDARD).read(query, SampleDepartment.AS_OF);
    }

    private static void line(String name, double product, String baseline, double millis) {
        System.out.printf(
                Locale.ROOT,
                "%-70s %8.2f ms   %s %8.2f ms   ratio %.2f%n",
                name,
                product,
                baseline,
                millis,
                product / millis);
    }

    private static FactTables server(EmbeddedPostgres server, String name, int units, DayRange days)
            throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return FactTables.fill(server.getDatabase("postgres", name), units, days);
    }
}
