package org.kpisuite.ejb.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The databases that storage must run on, for contract tests. PostgreSQL is started once for all tests of a run, and the
 * tables are made by their migrations once: what a test gets is a copy.
 */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            return source;
        }

        @Override
        public DataSource migrated() throws SQLException {
            DataSource source = empty();
            run(source, "runscript from ?", Copy.MIGRATED);
            recompileViews(source);
            return source;
        }

        /** A script makes views before some of their tables; a file that is opened has them all. */
        private static void recompileViews(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String view :
                        List.of("fact_revision", "actual", "actual_revision", "import_stage", "import_change")) {
                    statement.execute("alter view " + view + " recompile");
                }
            }
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() throws SQLException {
            return created("test" + NUMBER.incrementAndGet(), "template1");
        }

        @Override
        public DataSource migrated() throws SQLException {
            return created("test" + NUMBER.incrementAndGet(), Server.migrated());
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    abstract DataSource empty() throws SQLException;

    /** A database of its own with the tables of this release and no facts. */
    public abstract DataSource migrated() throws SQLException;

    private static void migrate(DataSource source) {
        Schema.of(source).load().migrate();
    }

    private static void run(DataSource source, String command, Path script) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, script.toString());
            statement.execute();
        }
    }

    private static DataSource created(String name, String template) throws SQLException {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name + " template " + template);
        }
        return Server.RUNNING.getDatabase("postgres", name);
    }

    /** What the migrations leave in H2, as a script. */
    private static final class Copy {
        static final Path MIGRATED = written();

        private static Path written() {
            try {
                Path script = Files.createTempFile("kpi-tables", ".sql");
                script.toFile().deleteOnExit();
                DataSource source = H2.empty();
                migrate(source);
                run(source, "script to ?", script);
                return script;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Started when first needed, ended with the tests. It outlives no test, so it need not outlive a power cut. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        private static String migrated;

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The database that others are copied from: nobody may be connected to it meanwhile. */
        static synchronized String migrated() throws SQLException {
            if (migrated == null) {
                String name = "migrated";
                migrate(created(name, "template1"));
                migrated = name;
            }
            return migrated;
        }
    }
}
