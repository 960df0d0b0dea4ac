package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.failure.Refusal;

/**
 * Rows that were refused or put aside because of what is stored, beyond the findings that an import tells: reading the file
 * again would not find them again.
 *
 * <p>Nothing is written where all findings are told.
 */
final class UntoldRefusals {
    private static final int PORTION = 5_000;

    private final Connection connection;
    private final long importId;
    private final List<Refusal> waiting = new ArrayList<>();
    private int ordinal = Findings.KEPT_MAX + 1;

    UntoldRefusals(Connection connection, long importId) {
        this.connection = connection;
        this.importId = importId;
    }

    /** From now on. */
    static UntoldRefusals of(Findings findings, Connection connection, long importId) {
        UntoldRefusals untold = new UntoldRefusals(connection, importId);
        findings.tell(untold::take);
        return untold;
    }

    private void take(Refusal found) {
        if (found.row() != null && FileReturn.isNotTaken(found)) {
            waiting.add(found);
            if (waiting.size() == PORTION) {
                store();
            }
        }
    }

    /** Writes the rest, if they are more than are told. */
    void finish(Findings findings) {
        if (findings.total() > Findings.KEPT_MAX) {
            store();
        }
    }

    private void store() {
        try {
            new IssueRows(connection).store(importId, ordinal, waiting);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
        ordinal += waiting.size();
        waiting.clear();
    }
}
