package org.kpisuite.it.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code java -jar kpi-suite.jar}, until the JVM of the tests ends. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);

    private final Process process;
    private final URI baseUrl;
    private final Path log;

    private ServerProcess(Process process, URI baseUrl, Path log) {
        this.process = process;
        this.baseUrl = baseUrl;
        this.log = log;
    }

    /** Starts on a free port and returns when the suite says that it is ready. */
    public static ServerProcess start(Path folder, Map<String, String> environment) {
        int port = FreePort.any();
        Path log = folder.resolve("server.log");
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
        // What the person who runs the tests has set for his own installation must not reach this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("KPI_"));
        builder.environment().put("KPI_WARM_UP", "false");
        builder.environment().putAll(environment);
        builder.environment().put("KPI_PORT", Integer.toString(port));
        try {
            Files.createDirectories(folder);
            ServerProcess server = new ServerProcess(builder.start(), URI.create("http://localhost:" + port), log);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Build.suiteJar().toString());
    }

    public URI baseUrl() {
        return baseUrl;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!log().contains("KPI Suite is ready")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the suite did not start:\n" + log());
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the suite ended with " + process.exitValue() + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process at once, as a crash would ({@code kill -9}). */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the process to stop, as an operator would, and insists after ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
