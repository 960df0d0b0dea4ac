package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.Build;
import org.kpisuite.it.suite.ServerProcess;
import org.kpisuite.it.suite.TestDatabase;

/**
 * The shipped server killed, and its database connections cut, at random moments of an import: afterwards the import is
 * wholly there or wholly not, and the same file can be sent again.
 *
 * <p>As many faults of each kind as the property {@code faults} says, two unless it is given. What takes the time is that
 * servers start: no more of them than there are kills, and both databases at once.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class ImportFaultsIT {
    private static final int FAULTS = Integer.getInteger("faults", 2);
    private static final int ROWS = 20_000;
    private static final int UNITS = 10;
    private static final String TOKEN = "faults-".repeat(6);
    private static final Duration END_MAX = Duration.ofSeconds(90);
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final Random random = new Random(20_260_707L);
    private final Map<String, String> environment = new TreeMap<>();
    private Path folder;
    private ServerProcess server;
    private long usual;

    private void startOn(Map<String, String> database) throws IOException {
        Path parent = Files.createDirectories(Build.target().resolve("suites"));
        folder = Files.createTempDirectory(parent, "faults").toAbsolutePath();
        environment.putAll(database);
        environment.put("KPI_DATA", folder.toString());
        environment.put("KPI_BOOTSTRAP_TOKEN", TOKEN);
        server = ServerProcess.start(folder, environment);
        JsonObject unit = Json.createObjectBuilder()
                .add("name", Json.createObjectBuilder().add("en", "Shop").add("ru", "Магазин"))
                .addNull("parent")
                .build();
        for (int i = 0; i < UNITS; i++) {
            assertThat(api().put("/api/units/SHOP" + i, unit).statusCode()).isBetween(200, 201);
        }
        assertThat(send(0, false).statusCode()).isEqualTo(200);
        long begin = System.nanoTime();
        assertThat(send(1, false).statusCode()).isEqualTo(200);
        usual = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private ApiClient api() {
        return new ApiClient(server.baseUrl(), TOKEN);
    }

    /** Values tell which file they are of. */
    private static String file(int number) {
        StringBuilder file = new StringBuilder("unit,measure,period,value\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("SHOP%d,LEADS,%s,%d%n".formatted(i % UNITS, FIRST_DAY.plusDays(i / UNITS), 1_000 + number));
        }
        return file.toString();
    }

    private HttpResponse<String> send(int number, boolean background) {
        var request = api().request("/api/imports?fileName=" + number + ".csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file(number)));
        if (background) {
            request.header("Prefer", "respond-async");
        }
        return api().send(request, BodyHandlers.ofString());
    }

    @Test
    void killedServerOrCutConnection_leavesAnImportWholeOrNotAtAll() throws Exception {
        startOn(TestDatabase.postgresql().environment());
        int number = 1;
        for (int fault = 0; fault < FAULTS; fault++) {
            CompletableFuture<HttpResponse<String>> answer = sentInto(++number, fault % 2 == 1);
            server.kill();
            answer.handle((response, failure) -> response).join();
            assertThat(written(number)).as("rows of file " + number).isIn(0L, (long) ROWS);
            server = ServerProcess.start(folder, environment);
            againAndSettled(number);
        }
        for (int fault = 0; fault < FAULTS; fault++) {
            CompletableFuture<HttpResponse<String>> answer = sentInto(++number, fault % 2 == 1);
            cutConnections();
            assertThat(answer.join().statusCode()).as(answer.join().body()).isIn(200, 202, 500);
            assertThat(written(number)).as("rows of file " + number).isIn(0L, (long) ROWS);
            againAndSettled(number);
        }
        cutUndo_takesBackAllOrNothing(number);
    }

    private void cutConnections() throws SQLException {
        query("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");
    }

    /** Of the last file; afterwards the one before it stands again, whatever was cut. */
    private void cutUndo_takesBackAllOrNothing(int number) throws Exception {
        long id = query("select max(import_id) from actual");
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> undo(id));
        Thread.sleep(1 + random.nextLong(usual));
        cutConnections();
        assertThat(answer.join().statusCode()).as(answer.join().body()).isIn(200, 500);
        assertThat(written(number)).isIn(0L, (long) ROWS);
        assertThat(undo(id).statusCode()).isEqualTo(200);
        assertThat(written(number)).isZero();
        assertThat(written(number - 1)).isEqualTo(ROWS);
        assertThat(query("select count(*) from actual_revision")).isEqualTo((number + 2L) * ROWS);
    }

    private HttpResponse<String> undo(long id) {
        JsonObject reason =
                Json.createObjectBuilder().add("reason", "the wrong file").build();
        return api().post("/api/imports/" + id + "/undo", reason);
    }

    /** The embedded database: what it holds is looked at while no server runs, which is after the next kill. */
    @Test
    void killedServerWithItsOwnFile_leavesAnImportWholeOrNotAtAll_andKeepsWhatItAnswered() throws Exception {
        startOn(Map.of());
        for (int fault = 0; fault < FAULTS; fault++) {
            int number = 2 + fault;
            CompletableFuture<HttpResponse<String>> answer = sentInto(number, false);
            server.kill();
            answer.handle((response, failure) -> response).join();
            long written = written(number);
            assertThat(written).as("rows of file " + number).isIn(0L, (long) ROWS);
            assertThat(written + written(number - 1)).isEqualTo(ROWS);
            assertThat(query("select count(*) from actual_revision")).isEqualTo(number * (long) ROWS + written);
            server = ServerProcess.start(folder, environment);
            assertThat(send(number, false).statusCode()).isEqualTo(200);
        }
        server.kill();
        int last = 1 + FAULTS;
        assertThat(written(last)).isEqualTo(ROWS);
        assertThat(query("select count(*) from actual_revision")).isEqualTo((last + 1L) * ROWS);
        assertThat(query("select count(*) from actual where revision <> " + (last + 1)))
                .isZero();
    }

    /** Sends a file, and comes back at a moment when it may be anywhere on its way. */
    private CompletableFuture<HttpResponse<String>> sentInto(int number, boolean background)
            throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> send(number, background));
        Thread.sleep(1 + random.nextLong(usual));
        return answer;
    }

    /** The same file once more, and everything is as if it had come once. */
    private void againAndSettled(int number) throws Exception {
        HttpResponse<String> again = send(number, false);
        assertThat(again.statusCode()).as(again.body() + "\n" + server.log()).isEqualTo(200);
        assertThat(ApiClient.json(again).getString("state")).isEqualTo("APPLIED");
        Instant end = Instant.now().plus(END_MAX);
        while (query("select count(*) from import_run where finished_at is null") > 0) {
            assertThat(Instant.now()).as("an import has not ended").isBefore(end);
            Thread.sleep(200);
        }
        assertThat(written(number)).isEqualTo(ROWS);
        assertThat(query("select count(*) from actual_revision")).isEqualTo((number + 1L) * ROWS);
        assertThat(query("select count(*) from actual where revision <> " + (number + 1)))
                .isZero();
        assertThat(query("select cast(sum(sum_value) as bigint) from actual_month where dims = ''"))
                .isEqualTo((1_000L + number) * ROWS);
        assertThat(query("select count(*) from import_run where state not in ('APPLIED', 'REJECTED')"))
                .isZero();
        assertThat(query("select count(*) from import_run where state = 'REJECTED' and fault <> 'E-IMPORT-CUT'"))
                .isZero();
    }

    private long written(int number) throws SQLException {
        return query("select count(*) from actual where amount = " + (1_000 + number));
    }

    private long query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.getOrDefault(
                                "KPI_DB_URL", "jdbc:h2:file:" + folder.resolve("kpi") + ";DB_CLOSE_DELAY=0"),
                        environment.getOrDefault("KPI_DB_USER", ""),
                        environment.getOrDefault("KPI_DB_PASSWORD", ""));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
