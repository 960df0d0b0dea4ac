package org.kpisuite.benchmarks.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A whole import of a million rows into PostgreSQL, against COPY and {@code INSERT … ON CONFLICT} written by hand for
 * exactly this file, into the same tables in the same run.
 *
 * <p>Three cases: into empty tables, the same rows again, and every tenth row changed. Each way has its own database;
 * the ways take turns, and the median counts.
 */
public final class ImportBenchmark {
    private static final int UNITS = 20;
    private static final int MEASURES = 46;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final long SEED = 20_260_101L;

    private final EmbeddedPostgres server;
    private final Path folder;
    private final int rows;
    private int databases;

    private ImportBenchmark(EmbeddedPostgres server, Path folder, int rows) {
        this.server = server;
        this.folder = folder;
        this.rows = rows;
    }

    /** One way of bringing a file into the tables. */
    interface Way extends AutoCloseable {
        /** Makes ready, outside the time that counts. */
        default void open(DataSource database) throws IOException {}

        void bring(DataSource database, Path file) throws SQLException, IOException;

        @Override
        default void close() {}
    }

    /** Arguments: rows (1000000), rounds (3). */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("kpi-import");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            new ImportBenchmark(server, folder, rows).run(rounds);
        }
    }

    private void run(int rounds) throws IOException, SQLException {
        Path first = file("first.csv", 0);
        // Same facts in other bytes: a repeated file would be known by its hash and not be read at all.
        Path again = file("again.csv", -1);
        Path tenth = file("tenth.csv", 10);
        System.out.printf(
                "%d rows, %d MB, heap %d MB%n",
                rows, Files.size(first) >> 20, Runtime.getRuntime().maxMemory() >> 20);
        List<List<Duration>> product = lists();
        List<List<Duration>> byHand = lists();
        for (int round = 0; round < rounds; round++) {
            take(product(), List.of(first, again, tenth), product);
            take(new HandWrittenWay(), List.of(first, again, tenth), byHand);
        }
        String[] names = {"new rows", "unchanged rows", "every tenth row changed"};
        for (int i = 0; i < names.length; i++) {
            report(names[i], median(product.get(i)), median(byHand.get(i)));
        }
    }

    /** Over HTTP if the property {@code jar} names the shipped jar, else in this process. */
    private Way product() {
        String jar = System.getProperty("jar", "");
        return jar.isBlank() ? new ProductWay(folder) : new HttpWay(Path.of(jar), folder, UNITS);
    }

    private static List<List<Duration>> lists() {
        return List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void take(Way way, List<Path> files, List<List<Duration>> into) throws IOException, SQLException {
        DataSource database = database();
        try (way) {
            way.open(database);
            for (int i = 0; i < files.size(); i++) {
                long start = System.nanoTime();
                way.bring(database, files.get(i));
                into.get(i).add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database bench" + databases + " with (force)");
            statement.execute("checkpoint");
        }
    }

    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private void report(String name, Duration product, Duration byHand) {
        System.out.printf(
                "%-24s product %6d ms (%7d rows/s)   by hand %6d ms (%7d rows/s)   rate %d %%%n",
                name,
                product.toMillis(),
                rows * 1_000L / product.toMillis(),
                byHand.toMillis(),
                rows * 1_000L / byHand.toMillis(),
                byHand.toMillis() * 100 / product.toMillis());
    }

    private DataSource database() throws SQLException {
        databases++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database bench" + databases);
        }
        DataSource database = server.getDatabase("postgres", "bench" + databases);
        Flyway.configure(ImportBenchmark.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** Every {@code changed}-th row with another value; none for 0; all the same but written otherwise for -1. */
    private Path file(String name, int changed) throws IOException {
        Random random = new Random(SEED);
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("unit,measure,period,value" + (changed < 0 ? ",note" : "") + "\n");
            for (int i = 0; i < rows; i++) {
                int series = i % (UNITS * MEASURES);
                int value = 1 + random.nextInt(1_000_000) + (changed > 0 && i % changed == 0 ? 1 : 0);
                LocalDate day = FIRST_DAY.plusDays(i / (UNITS * MEASURES));
                out.write("U%02d,%s,%s,%d%s\n"
                        .formatted(
                                series / MEASURES,
                                BenchmarkCodes.MEASURES.get(series % MEASURES),
                                day,
                                value,
                                changed < 0 ? "," : ""));
            }
        }
        return file;
    }

    /** The bytes of a file, as a request would bring them. */
    static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }
}
