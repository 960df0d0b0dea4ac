package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work in a transaction of its own, whatever the caller's: an import must be seen by others while it runs. */
final class OwnTransaction {
    private OwnTransaction() {}

    /** The statements of one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** Commits what the work did, or takes it back where it failed. */
    static <T> T in(DataSource database, Work<T> work) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T made;
            try {
                made = work.on(connection);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                takeBack(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
            return made;
        }
    }

    /** A connection that was lost cannot even be told to take back; then the database does. */
    private static void takeBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
