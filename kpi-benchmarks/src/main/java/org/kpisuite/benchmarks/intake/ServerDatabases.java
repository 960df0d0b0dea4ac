package org.kpisuite.benchmarks.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Databases of a PostgreSQL server. */
final class ServerDatabases implements ImportBenchmark.Databases {
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

    private void run(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
