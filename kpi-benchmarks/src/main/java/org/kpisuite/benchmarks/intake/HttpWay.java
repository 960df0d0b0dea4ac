package org.kpisuite.benchmarks.intake;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The shipped jar as a process of its own with 256 MB, reached as a client reaches it: {@code POST /api/imports}. */
final class HttpWay implements ImportBenchmark.Way {
    private static final String TOKEN = "benchmark-token-0123456789-0123456789";
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int EARLIER_DAYS = 2_000;
    private static final Duration SHORTLY = Duration.ofMillis(50);
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern UNDER_WAY = Pattern.compile("\"state\":\"(?:RECEIVED|PARSED|VALIDATED)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path jar;
    private final Path folder;
    private final int units;
    private Process server;
    private URI base;

    HttpWay(Path jar, Path folder, int units) {
        this.jar = jar;
        this.folder = folder;
        this.units = units;
    }

    @Override
    public void open(DataSource database) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder process = new ProcessBuilder("java", "-Xmx256m", "-XX:+UseSerialGC", "-jar", jar.toString())
                .redirectErrorStream(true);
        process.redirectOutput(folder.resolve("server.log").toFile());
        process.environment().put("KPI_PORT", String.valueOf(port));
        process.environment().put("KPI_DATA", folder.resolve("http").toString());
        process.environment().put("KPI_DB_URL", ((PGSimpleDataSource) database).getURL());
        process.environment().put("KPI_DB_USER", "postgres");
        process.environment().put("KPI_BOOTSTRAP_TOKEN", TOKEN);
        server = process.start();
        awaitStart();
        for (int i = 0; i < units; i++) {
            String code = "U%02d".formatted(i);
            send("PUT", "/api/units/" + code, BodyPublishers.ofString("{\"name\":{\"en\":\"" + code + "\"}}"));
        }
        send(
                "PUT",
                "/api/import-profiles/benchmark",
                BodyPublishers.ofString(
                        "{\"code\":\"benchmark\",\"name\":{\"en\":\"Benchmark\",\"ru\":\"Замер\"},\"numbers\":\"EN\",\"currency\":\"RUB\"}"));
        bring(database, earlier());
    }

    /** What the server has done before: days of earlier years. */
    private Path earlier() throws IOException {
        StringBuilder rows = new StringBuilder("unit,measure,period,value\n");
        for (int day = 0; day < EARLIER_DAYS; day++) {
            for (int unit = 0; unit < units; unit++) {
                rows.append("U%02d,%s,%s,%d\n"
                        .formatted(unit, BenchmarkCodes.MEASURES.get(0), FIRST_DAY.plusDays(day), day));
            }
        }
        return Files.writeString(folder.resolve("earlier.csv"), rows);
    }

    private void awaitStart() throws IOException {
        Instant latest = Instant.now().plus(START_MAX);
        while (Instant.now().isBefore(latest)) {
            try {
                if (answer("GET", "/api/health", BodyPublishers.noBody()).statusCode() == 200) {
                    return;
                }
                pause(Duration.ofMillis(500));
            } catch (java.net.ConnectException e) {
                pause(Duration.ofMillis(500));
            }
        }
        throw new IOException("not started: " + folder.resolve("server.log"));
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void bring(DataSource database, Path file) throws IOException {
        String body = send("POST", "/api/imports?profile=benchmark", BodyPublishers.ofFile(file));
        Matcher id = ID.matcher(body);
        while (UNDER_WAY.matcher(body).find() && id.find(0)) {
            pause(SHORTLY);
            body = send("GET", "/api/imports/" + id.group(1), BodyPublishers.noBody());
        }
        if (!body.contains("\"state\":\"APPLIED\"") || !body.contains("\"duplicateOf\":null")) {
            throw new IllegalStateException(body);
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }

    private String send(String method, String path, BodyPublisher body) throws IOException {
        HttpResponse<String> answer = answer(method, path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> answer(String method, String path, BodyPublisher body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", method.equals("PUT") ? "application/json" : "text/csv")
                .method(method, body)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
