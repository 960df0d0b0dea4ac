package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import org.kpisuite.domain.actual.Intake;

/**
 * Where the facts of a file wait until all of them are read: the table {@code import_stage}, empty before and after.
 *
 * <p>The one place where the two databases differ: PostgreSQL is given COPY into tables of the transaction's own, H2
 * batches of inserts.
 */
interface Staging extends Intake.Facts {

    /** Staging on the database of that connection, whose transaction is under way. */
    static Staging on(Connection connection) throws SQLException {
        String database = connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(database) ? new PostgresStaging(connection) : new BatchStaging(connection);
    }

    /** All facts were given: makes them visible to SQL. */
    void finish() throws SQLException;

    /** Facts given so far. */
    int size();

    /** Empties what the import left, at its end. */
    void clear() throws SQLException;
}
