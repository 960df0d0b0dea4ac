package org.kpisuite.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.Build;
import org.kpisuite.it.suite.FreePort;
import org.kpisuite.it.suite.TestDatabase;

/** Payara Server with the EAR deployed, as an operator does it: {@code asadmin start-domain}, {@code asadmin deploy}. */
final class FullServer implements AutoCloseable {

    private static final String TOKEN = "full-server-bootstrap-token-0123456789abcdef";

    private static final String DOMAIN = "kpi";

    private static final long COMMAND_SECONDS_MAX = 180;

    private final Path folder;
    private final DomainPorts ports;

    private FullServer(Path folder, DomainPorts ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** A new domain each time, made of the server's own. */
    static FullServer start() {
        Path parent = Build.target().resolve("full-servers");
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "server").toAbsolutePath();
            DomainPorts ports = new DomainPorts(FreePort.any(), FreePort.any());
            Path domain = folder.resolve("domains").resolve(DOMAIN);
            copy(Build.payaraServer().resolve("glassfish/domains/domain1"), domain);
            ports.writeInto(domain.resolve("config/domain.xml"));
            FullServer server = new FullServer(folder, ports);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.asadmin("start-domain", "--domaindir", server.domains(), DOMAIN);
            server.asadmin("deploy", Build.suiteEar().toString());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiClient api() {
        return new ApiClient(URI.create("http://localhost:" + ports.http()), TOKEN);
    }

    @Override
    public void close() {
        if (Files.exists(folder.resolve("domains").resolve(DOMAIN).resolve("config/pid"))) {
            asadmin("stop-domain", "--force", "--kill", "--domaindir", domains(), DOMAIN);
        }
    }

    private String domains() {
        return folder.resolve("domains").toString();
    }

    private void asadmin(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Build.payaraServer()
                        .resolve("glassfish/lib/client/appserver-cli.jar")
                        .toString(),
                "--port",
                Integer.toString(ports.admin())));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("asadmin-" + arguments[0] + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KPI_"));
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(arguments[0] + " failed:\n" + Files.readString(log) + serverLog());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The server inherits it from {@code start-domain}. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KPI_DATA", folder.resolve("data").toString());
        environment.put("KPI_BOOTSTRAP_TOKEN", TOKEN);
        environment.put("KPI_WARM_UP", "false");
        if (TestDatabase.isPostgresql()) {
            environment.putAll(TestDatabase.postgresql().environment());
        }
        return environment;
    }

    private String serverLog() throws IOException {
        Path log = folder.resolve("domains").resolve(DOMAIN).resolve("logs/server.log");
        return Files.exists(log) ? "\n" + Files.readString(log) : "";
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (var all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
