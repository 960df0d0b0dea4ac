package org.kpisuite.ejb.actual;

import java.sql.SQLException;
import java.util.Set;

/**
 * What a database says when the same work may well succeed if it is begun anew: a deadlock, a lock that came too late, a
 * lost connection.
 */
final class Outage {
    private static final Set<String> LOCK_TIMEOUT = Set.of("HYT00", "55P03");
    /** H2: another transaction changed the row in between. */
    private static final Set<String> CONFLICT = Set.of("90131");
    /** Administrator's command, crash, not yet up again. */
    private static final Set<String> SHUTDOWN = Set.of("57P01", "57P02", "57P03");
    /** H2: the connection or the database was closed. */
    private static final Set<String> CLOSED = Set.of("90007", "90067", "90098", "90121");

    private Outage() {}

    static boolean isLockTimeout(SQLException e) {
        return e.getSQLState() != null && LOCK_TIMEOUT.contains(e.getSQLState());
    }

    /** Whether a failure has such a cause anywhere behind it. */
    static boolean isBehind(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException e && e.getSQLState() != null && isPassing(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        return state.startsWith("40")
                || state.startsWith("08")
                || LOCK_TIMEOUT.contains(state)
                || CONFLICT.contains(state)
                || SHUTDOWN.contains(state)
                || CLOSED.contains(state);
    }
}
