package org.kpisuite.ejb.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of this release: those of both databases, and what only one of them is told. */
public final class Schema {
    private Schema() {}

    public static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    /** What brings the tables of a database to this release. */
    public static FluentConfiguration of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String own = isPostgres(connection) ? "classpath:db/postgresql" : "classpath:db/h2";
            return Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration", own);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
