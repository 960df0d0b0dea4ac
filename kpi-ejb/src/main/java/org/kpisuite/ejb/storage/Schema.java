package org.kpisuite.ejb.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of this release: those of both databases, and what only PostgreSQL can be told. */
public final class Schema {
    private Schema() {}

    public static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    /** What brings the tables of a database to this release. */
    public static FluentConfiguration of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String[] scripts = isPostgres(connection)
                    ? new String[] {"classpath:db/migration", "classpath:db/postgresql"}
                    : new String[] {"classpath:db/migration"};
            return Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations(scripts);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
