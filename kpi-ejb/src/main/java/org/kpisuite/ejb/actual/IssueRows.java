package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * What imports found, as stored: the findings that an import tells, and, numbered after them, those for which there was no room
 * and which its file alone does not give away a second time.
 */
final class IssueRows {
    private static final String INSERT = """
            insert into import_issue (import_id, ordinal, row_no, column_name, code, given, suggestion, arguments)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TOLD = """
            select *
            from import_issue
            where import_id = ? and ordinal <= %d
            order by ordinal
            """.formatted(Findings.KEPT_MAX);
    /** Streamed by row, as the file is. */
    private static final String UNTOLD = """
            select *
            from import_issue
            where import_id = ? and ordinal > %d
            order by row_no, ordinal
            """.formatted(Findings.KEPT_MAX);

    private static final String SEPARATOR = "\u001f";
    private static final int TEXT_MAX = 300;
    private static final int ARGUMENTS_MAX = 4_000;
    private static final int PORTION = 1_000;

    private final Connection connection;

    IssueRows(Connection connection) {
        this.connection = connection;
    }

    /** Stores findings of an import, the first of them under that number. */
    void store(long importId, int first, List<Refusal> issues) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int ordinal = first;
            for (Refusal issue : issues) {
                insert.setLong(1, importId);
                insert.setInt(2, ordinal++);
                insert.setObject(3, issue.row(), Types.INTEGER);
                insert.setString(4, cut(issue.column(), TEXT_MAX));
                insert.setString(5, issue.code().text());
                insert.setString(6, cut(issue.value(), TEXT_MAX));
                insert.setString(7, cut(issue.suggestion(), TEXT_MAX));
                insert.setString(8, cut(String.join(SEPARATOR, issue.arguments()), ARGUMENTS_MAX));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    /** What an import tells. */
    List<Refusal> told(long importId) throws SQLException {
        return Sql.query(connection, TOLD, IssueRows::issue, importId);
    }

    /** What it does not tell, for a reader of its file; the connection is in a transaction and open until then. */
    RowReasons untold(long importId) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(UNTOLD);
        statement.setFetchSize(PORTION);
        statement.setLong(1, importId);
        return new RowReasons(statement.executeQuery());
    }

    static Refusal issue(ResultSet row) throws SQLException {
        String arguments = row.getString("arguments");
        return new Refusal(
                Code.of(row.getString("code")).orElseThrow(),
                row.getObject("row_no", Integer.class),
                row.getString("column_name"),
                row.getString("given"),
                row.getString("suggestion"),
                arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR, -1)));
    }
}
