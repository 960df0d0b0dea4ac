package org.kpisuite.benchmarks.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;

/** Databases of a PostgreSQL server. */
final class ServerDatabases implements ImportBenchmark.Databases {
    /** Of /proc/<pid>/stat, counted behind the name; a tick is a hundredth of a second on every Linux. */
    private static final int USER_TICKS = 11;

    private static final int MILLIS_OF_TICK = 10;

    private final EmbeddedPostgres server;
    private int count;

    ServerDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    @Override
    public DataSource open() throws SQLException {
        count++;
        run("create database bench" + count);
        return server.getDatabase("postgres", "bench" + count);
    }

    @Override
    public void drop() throws SQLException {
        run("drop database bench" + count + " with (force)");
        run("checkpoint");
    }

    /** Of the server and of all that served a connection, also of those that have ended. */
    @Override
    public Duration processor() throws SQLException, IOException {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(Path.of(text("show data_directory"), "postmaster.pid"))
                                .get(0)))
                .orElseThrow();
        long ticks = ticks(postmaster.pid(), 4);
        for (ProcessHandle child : postmaster.children().toList()) {
            ticks += ticks(child.pid(), 2);
        }
        return Duration.ofMillis(ticks * MILLIS_OF_TICK);
    }

    /** User and system time of a process, and with four fields those of its children that have ended. */
    private static long ticks(long pid, int fields) {
        String text;
        try {
            text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (IOException e) {
            // A process that has ended meanwhile counts with its parent's ended children.
            return 0;
        }
        String[] behindName = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(behindName, USER_TICKS, USER_TICKS + fields)
                .mapToLong(Long::parseLong)
                .sum();
    }

    private String text(String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
