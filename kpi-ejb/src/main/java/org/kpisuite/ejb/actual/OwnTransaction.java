package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Work in a transaction of its own, whatever the caller's: an import must be seen by others while it runs. */
final class OwnTransaction {
    private static final Logger LOG = Logger.getLogger(OwnTransaction.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int TRIES_MAX = 6;

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
            writeOut(connection);
            return made;
        }
    }

    /**
     * The same, begun anew where the database let it fail only this time. Whether a connection was lost before or after
     * its commit nobody knows: the work must find out first whether it is done.
     */
    static <T> T again(DataSource database, Work<T> work) throws SQLException, IOException {
        for (int tries = 1; ; tries++) {
            try {
                return in(database, work);
            } catch (SQLException | RuntimeException e) {
                if (tries == TRIES_MAX || !Outage.isBehind(e)) {
                    throw e;
                }
                LOG.log(Level.WARNING, "The work on an import is begun anew", e);
                LockSupport.parkNanos(PAUSE.toNanos() << tries);
            }
        }
    }

    /** H2 writes what was committed up to half a second later; what is answered must survive the process. */
    private static void writeOut(Connection connection) throws SQLException {
        if (!Sql.isPostgres(connection)) {
            Sql.update(connection, "checkpoint");
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
