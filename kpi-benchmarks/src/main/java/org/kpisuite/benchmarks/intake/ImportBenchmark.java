package org.kpisuite.benchmarks.intake;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.sql.DataSource;
import org.kpisuite.ejb.storage.Schema;

/**
 * A whole import of a million rows, beside the same work written by hand for exactly this file and beside the bare COPY
 * of its bytes, on PostgreSQL; on H2 beside its own sorted batch insert of the facts alone.
 *
 * <p>Each way has its own database; the ways take turns, and the median counts. Beside the time stands the processor time
 * of this process and of the server, which says more than the time where the machine has other work, too.
 */
public final class ImportBenchmark {
    private static final int UNITS = 20;
    private static final int MEASURES = 46;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final long SEED = 20_260_101L;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Databases databases;
    private final Path folder;
    private final int rows;

    private ImportBenchmark(Databases databases, Path folder, int rows) {
        this.databases = databases;
        this.folder = folder;
        this.rows = rows;
    }

    /** What is in a file, in the order in which the files come. */
    private enum Content {
        FRESH,
        /** The same facts in other bytes: a repeated file would be known by its hash and not be read at all. */
        AGAIN,
        EVERY_TENTH_CHANGED,
        ALL_CHANGED;

        int added(int row) {
            return switch (this) {
                case FRESH, AGAIN -> 0;
                case EVERY_TENTH_CHANGED -> row % 10 == 0 ? 1 : 0;
                case ALL_CHANGED -> 2;
            };
        }
    }

    /** Empty databases, one at a time. */
    interface Databases {
        DataSource open() throws SQLException;

        void drop() throws SQLException;

        /** How long a processor has worked in the processes of a server; zero where there is none but this one. */
        default Duration processor() throws SQLException, IOException {
            return Duration.ZERO;
        }
    }

    /** How long it took, and how long a processor worked on it in this process and in the server. */
    private record Taken(Duration time, Duration processor) {}

    /** One way of bringing a file into the tables. */
    interface Way extends AutoCloseable {
        /** Makes ready, outside the time that counts. */
        default void open(DataSource database) throws IOException {}

        void bring(DataSource database, Path file) throws SQLException, IOException;

        @Override
        default void close() {}
    }

    /** Arguments: rows (1000000), rounds (3); the property {@code on} names the database, PostgreSQL or H2. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("kpi-import");
        if (System.getProperty("on", "").equalsIgnoreCase("h2")) {
            new ImportBenchmark(new H2Files(folder), folder, rows).run(rounds, List.of(new SortedBatchWay()));
            return;
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            new ImportBenchmark(new ServerDatabases(server), folder, rows)
                    .run(rounds, List.of(new HandWrittenWay(), new BareCopyWay()));
        }
    }

    private void run(int rounds, List<Way> others) throws IOException, SQLException {
        List<Path> files = new ArrayList<>();
        for (Content content : Content.values()) {
            files.add(file(content));
        }
        System.out.printf(
                "%d rows, %d MB, heap %d MB, load %.1f%n",
                rows,
                Files.size(files.get(0)) >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                SYSTEM.getSystemLoadAverage());
        List<Way> ways = new ArrayList<>(List.of(product()));
        ways.addAll(others);
        Map<Way, List<List<Taken>>> taken = new LinkedHashMap<>();
        ways.forEach(way -> taken.put(
                way,
                files.stream().map(f -> (List<Taken>) new ArrayList<Taken>()).toList()));
        for (int round = 0; round < rounds; round++) {
            for (Way way : ways) {
                take(way, files, taken.get(way));
            }
        }
        for (Content content : Content.values()) {
            report(content, taken);
        }
    }

    /** Over HTTP if the property {@code jar} names the shipped jar, else in this process. */
    private Way product() {
        String jar = System.getProperty("jar", "");
        return jar.isBlank() ? new ProductWay(folder) : new HttpWay(Path.of(jar), folder, UNITS);
    }

    private void take(Way way, List<Path> files, List<List<Taken>> into) throws IOException, SQLException {
        DataSource database = databases.open();
        Schema.of(database).load().migrate();
        try (way) {
            way.open(database);
            for (int i = 0; i < files.size(); i++) {
                long start = System.nanoTime();
                Duration worked = processor();
                way.bring(database, files.get(i));
                into.get(i)
                        .add(new Taken(
                                Duration.ofNanos(System.nanoTime() - start),
                                processor().minus(worked)));
            }
        }
        databases.drop();
    }

    private Duration processor() throws SQLException, IOException {
        return databases.processor().plusNanos(SYSTEM.getProcessCpuTime());
    }

    private static long medianMillis(List<Taken> all, Function<Taken, Duration> of) {
        List<Duration> sorted = all.stream().map(of).sorted().toList();
        return Math.max(1, sorted.get(sorted.size() / 2).toMillis());
    }

    private void report(Content content, Map<Way, List<List<Taken>>> taken) {
        long product = 0;
        long productWork = 0;
        for (Map.Entry<Way, List<List<Taken>>> way : taken.entrySet()) {
            List<Taken> all = way.getValue().get(List.of(Content.values()).indexOf(content));
            long millis = medianMillis(all, Taken::time);
            long work = medianMillis(all, Taken::processor);
            product = product == 0 ? millis : product;
            productWork = productWork == 0 ? work : productWork;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %-15s %6d ms (%7d rows/s)   product takes %.2f of its time, has %.3f of its rate;"
                            + " processor %6d ms, product takes %.2f of it%n",
                    content,
                    way.getKey().getClass().getSimpleName(),
                    millis,
                    rows * 1_000L / millis,
                    (double) product / millis,
                    (double) millis / product,
                    work,
                    (double) productWork / work);
        }
    }

    private Path file(Content content) throws IOException {
        Random random = new Random(SEED);
        Path file = folder.resolve(content.name().toLowerCase(Locale.ROOT) + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("unit,measure,period,value" + (content == Content.AGAIN ? ",note" : "") + "\n");
            for (int i = 0; i < rows; i++) {
                int series = i % (UNITS * MEASURES);
                int value = 1 + random.nextInt(1_000_000) + content.added(i);
                LocalDate day = FIRST_DAY.plusDays(i / (UNITS * MEASURES));
                out.write("U%02d,%s,%s,%d%s\n"
                        .formatted(
                                series / MEASURES,
                                BenchmarkCodes.MEASURES.get(series % MEASURES),
                                day,
                                value,
                                content == Content.AGAIN ? "," : ""));
            }
        }
        return file;
    }

    /** The bytes of a file, as a request would bring them. */
    static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }
}
