package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The row that is locked while facts are compared and written: imports come one after the other here, each having read
 * its file before.
 */
final class ImportTurn {
    private static final String FACTS = "select id from import_turn where id = 1 for update";
    private static final String REGISTER = "select id from import_turn where id = 2 for update";
    /** H2 gives up waiting after seconds; another import may write for minutes. */
    private static final int WAITS_MAX = 3_600;

    private final Connection connection;

    ImportTurn(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the turn to write facts; it ends with the transaction. */
    void take(ImportProgress progress) throws SQLException {
        for (int waits = 1; !taken(FACTS, waits); waits++) {
            progress.look();
        }
    }

    /** Likewise, for work that does not show how far it has come. */
    void takeFacts() throws SQLException {
        await(FACTS);
    }

    /** Waits for the turn to register an import; likewise. */
    void takeRegister() throws SQLException {
        await(REGISTER);
    }

    private void await(String turn) throws SQLException {
        int waits = 1;
        while (!taken(turn, waits)) {
            waits++;
        }
    }

    private boolean taken(String turn, int waits) throws SQLException {
        try {
            Sql.query(connection, turn, row -> row.getInt(1));
            return true;
        } catch (SQLException e) {
            if (waits < WAITS_MAX && Outage.isLockTimeout(e)) {
                return false;
            }
            throw e;
        }
    }
}
