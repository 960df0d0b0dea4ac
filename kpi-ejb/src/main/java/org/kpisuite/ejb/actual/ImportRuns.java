package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** The record of imports: who brought which file, what became of it, what was wrong. */
final class ImportRuns {
    private static final String INSERT = """
            insert into import_run (state, file_name, file_bytes, sha256, profile, policy, mode, dry_run,
                idempotency_key, person, started_at, rows_new, rows_changed, rows_unchanged, rows_deleted, rows_empty,
                rows_quarantined, rows_refused, issues_total)
            values ('RECEIVED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)
            """;
    private static final String FINISH = """
            update import_run set
                state = ?,
                finished_at = cast(? as timestamp with time zone),
                duplicate_of = cast(? as bigint),
                rows_new = ?,
                rows_changed = ?,
                rows_unchanged = ?,
                rows_deleted = ?,
                rows_empty = ?,
                rows_quarantined = ?,
                rows_refused = ?,
                issues_total = ?
            where id = ?
            """;
    private static final String INSERT_ISSUE = """
            insert into import_issue (import_id, ordinal, row_no, column_name, code, given, suggestion, arguments)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String APPLIED_BEFORE = """
            select min(id)
            from import_run
            where sha256 = ? and state in ('APPLIED', 'PARTIAL') and duplicate_of is null
                and profile = ? and policy = ? and mode = ? and dry_run = ?
            """;
    private static final String BY_KEY = """
            select id, sha256, profile, policy, mode, dry_run
            from import_run
            where idempotency_key = ? and person = ? and started_at > cast(? as timestamp with time zone)
            order by id
            """;
    private static final String SELECT = "select * from import_run where id = ?";
    private static final String LIST = """
            select *
            from import_run
            where id < ? and person = any(?)
            order by id desc
            fetch first %d rows only
            """;
    private static final String LIST_ALL = """
            select *
            from import_run
            where id < ?
            order by id desc
            fetch first %d rows only
            """;
    private static final String ISSUES = "select * from import_issue where import_id = ? order by ordinal";
    private static final String SEPARATOR = "\u001f";
    private static final int TEXT_MAX = 300;
    private static final int ARGUMENTS_MAX = 4_000;

    private final Connection connection;

    ImportRuns(Connection connection) {
        this.connection = connection;
    }

    long begin(ImportOrder order, Upload upload) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"id"})) {
            insert.setString(1, cut(order.fileName(), 255));
            insert.setLong(2, upload.bytes());
            insert.setString(3, upload.sha256());
            insert.setString(4, order.profile());
            insert.setString(5, order.policy().name());
            insert.setString(6, order.mode().name());
            insert.setBoolean(7, order.dryRun());
            insert.setString(8, order.idempotencyKey());
            insert.setString(9, order.person());
            insert.setObject(10, order.receivedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Stores how an import ended, with what was found. */
    void finish(ImportResult result, Instant at) throws SQLException {
        ImportCounts counts = result.counts();
        try (PreparedStatement update = connection.prepareStatement(FINISH)) {
            update.setString(1, result.state().name());
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            if (result.duplicate() == null) {
                update.setNull(3, Types.BIGINT);
            } else {
                update.setLong(3, result.duplicate());
            }
            update.setLong(4, counts.created());
            update.setLong(5, counts.changed());
            update.setLong(6, counts.unchanged());
            update.setLong(7, counts.deleted());
            update.setLong(8, counts.empty());
            update.setLong(9, counts.quarantined());
            update.setLong(10, counts.refused());
            update.setLong(11, result.issuesTotal());
            update.setLong(12, result.id());
            update.executeUpdate();
        }
        store(result.id(), result.issues());
    }

    private void store(long id, List<Refusal> issues) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ISSUE)) {
            int ordinal = 0;
            for (Refusal issue : issues) {
                insert.setLong(1, id);
                insert.setInt(2, ++ordinal);
                if (issue.row() == null) {
                    insert.setNull(3, Types.INTEGER);
                } else {
                    insert.setInt(3, issue.row());
                }
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

    /** The import that applied the same bytes in the same way and stands; empty if there is none. */
    Optional<Long> appliedBefore(ImportOrder order, Upload upload) throws SQLException {
        return Sql.query(
                        connection,
                        APPLIED_BEFORE,
                        row -> Optional.ofNullable(row.getObject(1, Long.class)),
                        upload.sha256(),
                        order.profile(),
                        order.policy().name(),
                        order.mode().name(),
                        order.dryRun())
                .get(0);
    }

    /**
     * The import that this person asked for with the same key since then.
     *
     * @throws KpiException E-IDEMPOTENCY if it was another file or another way
     */
    Optional<Long> askedBefore(ImportOrder order, Upload upload, Instant since) throws SQLException {
        if (order.idempotencyKey() == null) {
            return Optional.empty();
        }
        record Asked(long id, boolean same) {}
        List<Asked> asked = Sql.query(
                connection,
                BY_KEY,
                row -> new Asked(row.getLong("id"), isSame(row, order, upload)),
                order.idempotencyKey(),
                order.person(),
                since);
        if (asked.stream().anyMatch(a -> !a.same)) {
            throw new KpiException(Code.E_IDEMPOTENCY);
        }
        return asked.stream().map(Asked::id).findFirst();
    }

    private static boolean isSame(ResultSet row, ImportOrder order, Upload upload) throws SQLException {
        return row.getString("sha256").equals(upload.sha256())
                && row.getString("profile").equals(order.profile())
                && row.getString("policy").equals(order.policy().name())
                && row.getString("mode").equals(order.mode().name())
                && row.getBoolean("dry_run") == order.dryRun();
    }

    Optional<ImportResult> find(long id) throws SQLException {
        List<Refusal> issues = Sql.query(connection, ISSUES, ImportRuns::issue, id);
        return Sql.query(connection, SELECT, row -> run(row, issues), id).stream()
                .findFirst();
    }

    /** Runs before that id, the latest first, without their issues; of those people only, or of all where it is null. */
    List<ImportResult> list(@Nullable Collection<String> people, long beforeId, int limit) throws SQLException {
        return people == null
                ? Sql.query(connection, LIST_ALL.formatted(limit), row -> run(row, List.of()), beforeId)
                : Sql.query(
                        connection,
                        LIST.formatted(limit),
                        row -> run(row, List.of()),
                        beforeId,
                        people.toArray(String[]::new));
    }

    private static Refusal issue(ResultSet row) throws SQLException {
        String arguments = row.getString("arguments");
        return new Refusal(
                Code.of(row.getString("code")).orElseThrow(),
                row.getObject("row_no", Integer.class),
                row.getString("column_name"),
                row.getString("given"),
                row.getString("suggestion"),
                arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR, -1)));
    }

    private static ImportResult run(ResultSet row, List<Refusal> issues) throws SQLException {
        ImportCounts counts = new ImportCounts(
                row.getLong("rows_new"),
                row.getLong("rows_changed"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_deleted"),
                row.getLong("rows_empty"),
                row.getLong("rows_quarantined"),
                row.getLong("rows_refused"));
        return new ImportResult(
                row.getLong("id"),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("profile"),
                row.getBoolean("dry_run"),
                row.getString("person"),
                Objects.requireNonNull(Sql.instant(row, "started_at")),
                counts,
                row.getObject("duplicate_of", Long.class),
                issues,
                row.getLong("issues_total"));
    }
}
