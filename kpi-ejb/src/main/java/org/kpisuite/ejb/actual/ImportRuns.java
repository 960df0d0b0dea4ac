package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** The record of imports, read: who brought which file, what became of it, what was wrong. */
final class ImportRuns {
    private static final String APPLIED_BEFORE = """
            select min(id)
            from import_run
            where sha256 = ? and state in ('APPLIED', 'PARTIAL') and duplicate_of is null
                and profile = ? and unit = ? and policy = ? and mode = ? and dry_run = ?
            """;
    private static final String BY_KEY = """
            select id, sha256, profile, unit, policy, mode, dry_run, confirms
            from import_run
            where idempotency_key = ? and person = ? and started_at > cast(? as timestamp with time zone)
                and (fault is null or finished_at is null)
            order by id
            """;
    private static final String SELECT = "select * from import_run where id = ?";
    private static final String LIST = """
            select *
            from import_run
            where %s and id < ?
            order by id desc
            fetch first %d rows only
            """;
    private static final String SEEN = "select 1 from import_run where %s and id = ?";

    private final Connection connection;

    ImportRuns(Connection connection) {
        this.connection = connection;
    }

    /** The import that applied the same bytes in the same way and stands; empty if there is none. */
    Optional<Long> appliedBefore(ImportWork work) throws SQLException {
        ImportOrder order = work.order();
        return Sql.query(
                        connection,
                        APPLIED_BEFORE,
                        row -> Optional.ofNullable(row.getObject(1, Long.class)),
                        work.sha256(),
                        order.profile(),
                        order.unit(),
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
    Optional<Long> askedBefore(ImportOrder order, String sha256, Instant since) throws SQLException {
        if (order.idempotencyKey() == null) {
            return Optional.empty();
        }
        record Asked(long id, boolean same) {}
        List<Asked> asked = Sql.query(
                connection,
                BY_KEY,
                row -> new Asked(row.getLong("id"), isSame(row, order, sha256)),
                order.idempotencyKey(),
                order.person(),
                since);
        if (asked.stream().anyMatch(a -> !a.same)) {
            throw new KpiException(Code.E_IDEMPOTENCY);
        }
        return asked.stream().map(Asked::id).findFirst();
    }

    private static boolean isSame(ResultSet row, ImportOrder order, String sha256) throws SQLException {
        return row.getString("sha256").equals(sha256)
                && row.getString("profile").equals(order.profile())
                && row.getString("unit").equals(order.unit())
                && row.getString("policy").equals(order.policy().name())
                && row.getString("mode").equals(order.mode().name())
                && row.getBoolean("dry_run") == order.dryRun()
                && Objects.equals(row.getObject("confirms", Long.class), order.confirms());
    }

    Optional<ImportResult> find(long id) throws SQLException {
        List<Refusal> issues = new IssueRows(connection).told(id);
        return Sql.query(connection, SELECT, row -> run(row, issues), id).stream()
                .findFirst();
    }

    /** The import of that id, if he sees it. */
    Optional<ImportResult> find(long id, ImportReader reader) throws SQLException {
        return isSeen(id, reader) ? find(id) : Optional.empty();
    }

    boolean isSeen(long id, ImportReader reader) throws SQLException {
        String sql = SEEN.formatted(reader.condition());
        return !Sql.query(connection, sql, row -> row.getInt(1), reader.argumentsAnd(id))
                .isEmpty();
    }

    /** Runs before that id that he sees, the latest first, without their issues. */
    List<ImportResult> list(ImportReader reader, long beforeId, int limit) throws SQLException {
        String sql = LIST.formatted(reader.condition(), limit);
        return Sql.query(connection, sql, row -> run(row, List.of()), reader.argumentsAnd(beforeId));
    }

    static ImportResult run(ResultSet row, List<Refusal> issues) throws SQLException {
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
                row.getLong("issues_total"),
                trail(row));
    }

    private static ImportTrail trail(ResultSet row) throws SQLException {
        Instant undoneAt = Sql.instant(row, "undone_at");
        return new ImportTrail(
                row.getString("sha256"),
                row.getLong("file_bytes"),
                ImportPolicy.valueOf(row.getString("policy")),
                ImportMode.valueOf(row.getString("mode")),
                row.getLong("profile_version"),
                row.getString("sheet"),
                row.getBoolean("background"),
                row.getLong("bytes_read"),
                row.getLong("rows_read"),
                Sql.instant(row, "finished_at"),
                row.getString("cancelled_by"),
                row.getObject("confirms", Long.class),
                row.getLong("missing"),
                undoneAt == null
                        ? null
                        : new ImportTrail.Undoing(row.getString("undone_by"), undoneAt, row.getString("undo_reason")),
                new ImportTrail.Stages(Sql.instant(row, "parsed_at"), Sql.instant(row, "validated_at")));
    }

    /** What is to be done with the file of that import. */
    Optional<ImportWork> work(long id) throws SQLException {
        return Sql.query(connection, SELECT, ImportRuns::work, id).stream().findFirst();
    }

    private static ImportWork work(ResultSet row) throws SQLException {
        ImportOrder order = new ImportOrder(
                row.getString("profile"),
                ImportPolicy.valueOf(row.getString("policy")),
                ImportMode.valueOf(row.getString("mode")),
                row.getBoolean("dry_run"),
                row.getString("file_name"),
                row.getString("person"),
                row.getString("idempotency_key"),
                Objects.requireNonNull(Sql.instant(row, "started_at")),
                row.getString("unit"),
                row.getObject("confirms", Long.class));
        return new ImportWork(
                row.getLong("id"),
                order,
                row.getString("sha256"),
                row.getLong("file_bytes"),
                row.getBoolean("background"));
    }
}
