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
        return Sql.isPostgres(connection) ? new PostgresStaging(connection) : new BatchStaging(connection);
    }

    /** All facts were given: makes them visible to SQL. */
    void finish() throws SQLException;

    /** No more facts will come, and none of them counts: the connection takes other statements again. */
    void abandon() throws SQLException;

    /** Lets the database know how much it has just written to one of the tables of the import, if it plans by that. */
    void measure(String table) throws SQLException;

    /**
     * The order in which staged facts are best written: an {@code order by} clause on {@code s}, or nothing.
     *
     * <p>H2 writes sorted rows four times as fast. PostgreSQL keeps the last page of every series at hand, and files come
     * by day: there the sort costs more than it spares.
     */
    String order();

    /** Facts given so far. */
    int size();

    /** Empties what the import left, at its end. */
    void clear() throws SQLException;
}
