package org.kpisuite.ejb.actual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Refusal;

/** Stored findings by row, read on as the rows of a file pass by: however many there are, none is held. */
final class RowReasons implements AutoCloseable {
    private final ResultSet rows;
    private @Nullable Refusal next;

    RowReasons(ResultSet rows) throws SQLException {
        this.rows = rows;
        advance();
    }

    /** Those of a row; asked for in ascending order of rows. */
    List<Refusal> of(int row) {
        List<Refusal> found = new ArrayList<>();
        try {
            while (next != null && next.row() <= row) {
                if (next.row() == row) {
                    found.add(next);
                }
                advance();
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        rows.getStatement().close();
    }

    private void advance() throws SQLException {
        next = rows.next() ? IssueRows.issue(rows) : null;
    }
}
