package org.kpisuite.ejb.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that storage must run on, for contract tests. PostgreSQL is started once for all tests of a run. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() throws SQLException {
            String name = "test" + NUMBER.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            }
            return Server.RUNNING.getDatabase("postgres", name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    abstract DataSource empty() throws SQLException;

    /** A database of its own with the tables of this release and no facts. */
    public DataSource migrated() throws SQLException {
        DataSource source = empty();
        Schema.of(source).load().migrate();
        return source;
    }

    /** Started when first needed, ended with the tests. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
