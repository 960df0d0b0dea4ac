package org.kpisuite.benchmarks.scorecard;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.pdf.ScorecardPdf;

/**
 * PDFs of departments from the database to their bytes: facts read, scorecards of twenty items assembled with their weeks,
 * months and earlier scores, tagged pages drawn. One thread, then two, beside a loop that only reckons and shares nothing:
 * what two threads gain on this machine at this moment at best.
 *
 * <p>The database is embedded, so that its work is in the processor time too.
 */
public final class DepartmentsBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);
    private static final DayRange DAYS = new DayRange(LAST_DAY.minusYears(2).minusMonths(2), LAST_DAY);
    private static final double NANOS_OF_SECOND = 1e9;
    private static final double MILLIS_OF_SECOND = 1e3;

    private final FactTables tables;
    private final List<SampleDepartment> departments = new ArrayList<>();

    private DepartmentsBenchmark(FactTables tables, int units) {
        this.tables = tables;
        for (int i = 0; i < units; i++) {
            departments.add(new SampleDepartment(FactTables.unit(i)));
        }
    }

    /** Arguments: rows of facts (1,000,000), files (1,000); units take turns. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int units = (int) Math.max(1, rows / (SampleDepartment.MEASURES.size() * DAYS.days()));
        int files = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        Path folder = Files.createTempDirectory("departments");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + folder.resolve("kpi") + ";DB_CLOSE_DELAY=-1");
        DepartmentsBenchmark benchmark = new DepartmentsBenchmark(FactTables.fill(database, units, DAYS), units);
        THREADS.setThreadContentionMonitoringEnabled(true);
        benchmark.run(Math.max(100, files / 2), 1, benchmark::file);
        benchmark.compare(files);
    }

    /** One piece of work, of a number. */
    @FunctionalInterface
    private interface Work {
        void run(int number, Connection connection) throws SQLException, IOException;
    }

    /** Of all threads together; of the wall what passed. */
    private record Spent(double wall, double cpu, double blocked) {}

    private void compare(int files) throws Exception {
        print("load %.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Spent one = run(files, 1, this::file);
        Spent two = run(files, 2, this::file);
        Spent drawn = run(files, 1, drawing());
        double alone = run(files, 1, (number, connection) -> reckon(number)).wall();
        double aside = run(files, 2, (number, connection) -> reckon(number)).wall();
        print(
                "%,d files, one thread: %.1f s of processor (limit 20 for 1,000), %.1f s on the wall",
                files, one.cpu, one.wall);
        print("of these drawing alone: %.1f s of processor", drawn.cpu);
        print(
                "two threads: %.1f s of processor, %.1f s on the wall, × %.2f (wanted 1.9); a loop that shares nothing"
                        + " × %.2f",
                two.cpu, two.wall, one.wall / two.wall, alone / aside);
        print(
                "two threads waited %.3f s for each other, %.1f %% of their time",
                two.blocked, 50 * two.blocked / two.wall);
        print("load %.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void print(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }

    private void file(int number, Connection connection) throws SQLException, IOException {
        Scorecard card = departments.get(number % departments.size()).report(SampleDepartment.RUNNING, connection);
        ScorecardPdf.write(card, Messages.RU, ReportLook.USUAL, OutputStream.nullOutputStream());
    }

    /** The same cards, of which nothing is read any more. */
    private Work drawing() throws SQLException {
        List<Scorecard> cards = new ArrayList<>();
        try (Connection connection = tables.connection()) {
            for (SampleDepartment department : departments) {
                cards.add(department.report(SampleDepartment.RUNNING, connection));
            }
        }
        return (number, connection) -> ScorecardPdf.write(
                cards.get(number % cards.size()), Messages.RU, ReportLook.USUAL, OutputStream.nullOutputStream());
    }

    private static void reckon(int number) {
        long sum = number;
        for (int i = 0; i < 8_000_000; i++) {
            sum = sum * 31 + i;
        }
        if (sum == 0) {
            throw new IllegalStateException("never");
        }
    }

    private Spent run(int files, int threads, Work work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<Future<Spent>> halves = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            halves.add(pool.submit(part(t, threads, files, work)));
        }
        double cpu = 0;
        double blocked = 0;
        for (Future<Spent> half : halves) {
            cpu += half.get().cpu;
            blocked += half.get().blocked;
        }
        pool.shutdown();
        return new Spent((System.nanoTime() - start) / NANOS_OF_SECOND, cpu, blocked);
    }

    private Callable<Spent> part(int first, int step, int files, Work work) {
        return () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            try (Connection connection = tables.connection()) {
                for (int i = first; i < files; i += step) {
                    work.run(i, connection);
                }
            }
            double blocked =
                    THREADS.getThreadInfo(Thread.currentThread().getId()).getBlockedTime() / MILLIS_OF_SECOND;
            return new Spent(0, (THREADS.getCurrentThreadCpuTime() - start) / NANOS_OF_SECOND, blocked);
        };
    }
}
