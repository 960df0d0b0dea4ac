package org.kpisuite.it.suite;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database for one server: an H2 file in its data folder, or a new database of an embedded PostgreSQL where
 * {@code -Dkpi.it.database=postgresql}.
 *
 * @param environment what the server must be told, nothing for H2
 */
public record TestDatabase(Map<String, String> environment) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres postgresql;

    public TestDatabase {
        environment = Map.copyOf(environment);
    }

    /** Of the kind that this run of the tests is about. */
    public static TestDatabase create() {
        return isPostgresql() ? postgresql() : new TestDatabase(Map.of());
    }

    /** A connection of one's own; on PostgreSQL only, H2 gives its file to one process. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment.get("KPI_DB_URL"), environment.get("KPI_DB_USER"), environment.get("KPI_DB_PASSWORD"));
    }

    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("kpi.it.database", "h2"));
    }

    /** A new empty database on PostgreSQL, whatever this run is about. */
    public static TestDatabase postgresql() {
        EmbeddedPostgres server = server();
        String name = "kpi" + COUNT.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return new TestDatabase(Map.of(
                "KPI_DB_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                "KPI_DB_USER", "postgres",
                "KPI_DB_PASSWORD", "postgres"));
    }

    /** One PostgreSQL for all tests of a run; it ends with the JVM. */
    private static synchronized EmbeddedPostgres server() {
        if (postgresql == null) {
            try {
                postgresql = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgresql;
    }
}
