package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.kpisuite.domain.actual.Intake;

/**
 * Where the facts of a file wait until all of them are read, and where they are then compared with what is stored.
 *
 * <p>The one place where the two databases differ: PostgreSQL is given COPY and compares whole tables, H2 is handed sorted
 * rows, which it writes four times as fast as others.
 */
interface Staging extends Intake.Facts, AutoCloseable {

    /** Staging on the database of that connection, whose transaction is under way. */
    static Staging on(Connection connection) throws SQLException {
        ImportTables.open(connection);
        return Sql.isPostgres(connection) ? new PostgresStaging(connection) : new SortedStaging(connection);
    }

    /** All facts were given. */
    void finish() throws SQLException;

    /** Whether two facts may have the same key; "no" is certain and spares the database a sort of all rows. */
    boolean mayRepeat();

    /** Hands out facts that have the same key, in the order of the file, once for each such key. */
    void repeated(SameKey taker) throws SQLException;

    /** Takes facts out, by their place in the file, before they are compared. */
    void drop(BitSet places) throws SQLException;

    /**
     * Writes into {@code import_change} what differs from what is stored. In {@code import_stage} are then all facts, or
     * if these are not asked for, perhaps no more than {@link ImportSamples#KEPT_MAX} of those that do not differ.
     */
    void compare(boolean allStaged) throws SQLException;

    /**
     * Writes what differs at once as recorded by that import, where that spares the database work; false where it does not,
     * and nothing was done. {@code month_change} then tells of all of it, {@code import_change} of no more of each kind than
     * {@link ImportSamples#KEPT_MAX}. Only for what can neither be refused nor put aside any more.
     */
    boolean write(long importId, Instant recordedAt) throws SQLException;

    /** Lets the database know how much it has just written to one of the tables of the import, if it plans by that. */
    void measure(String table) throws SQLException;

    /** Facts given so far. */
    int size();

    /** The connection takes other statements again, also where not all facts were given. */
    @Override
    void close() throws SQLException;

    /** What is done with facts that have the same key. */
    @FunctionalInterface
    interface SameKey {
        void take(List<StagedRows.Row> rows);
    }
}
