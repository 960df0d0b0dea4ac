package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportCounts;

/**
 * The record of imports, written: that a file was received, who works on it, how it ended.
 *
 * <p>Only the process that works on an import ends it, and only as long as nobody has cancelled it: an import that was
 * taken from a process thought dead cannot be ended by both.
 */
final class ImportLedger {
    private static final String INSERT = """
            insert into import_run (state, file_name, file_bytes, sha256, profile, unit, policy, mode, dry_run,
                idempotency_key, person, started_at, rows_new, rows_changed, rows_unchanged, rows_deleted, rows_empty,
                rows_quarantined, rows_refused, issues_total, kept, background, node, alive_at, confirms)
            values ('RECEIVED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 'RAW', ?, ?,
                cast(? as timestamp with time zone), cast(? as bigint))
            """;
    private static final String CLAIM = """
            update import_run set
                node = ?,
                alive_at = cast(? as timestamp with time zone),
                attempts = attempts + 1,
                state = 'RECEIVED',
                bytes_read = 0,
                rows_read = 0,
                parsed_at = null,
                validated_at = null
            where id = ? and finished_at is null
                and (node is null or node = ? or alive_at < cast(? as timestamp with time zone))
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
                issues_total = ?,
                fault = ?
            where id = ? and node = ? and finished_at is null and (cancel_asked_at is null or ? = 'CANCELLED')
            """;
    private static final String READ =
            "update import_run set profile_version = ?, sheet = ?, bytes_read = file_bytes, rows_read = ? where id = ?";
    private static final String INSERT_UNIT = "insert into import_unit (import_id, unit) values (?, ?)";
    private static final String INSERT_CHANGED_UNITS = """
            insert into import_unit (import_id, unit)
            select distinct cast(? as bigint), c.unit
            from import_change c
            where not exists (select 1 from import_unit u where u.import_id = cast(? as bigint) and u.unit = c.unit)
            """;
    private static final String CANCEL_WAITING = """
            update import_run set
                state = 'CANCELLED',
                finished_at = cast(? as timestamp with time zone),
                cancelled_by = ?
            where id = ? and node is null and finished_at is null
            """;
    private static final String CANCEL_RUNNING = """
            update import_run set
                cancel_asked_at = cast(? as timestamp with time zone),
                cancelled_by = coalesce(cancelled_by, ?)
            where id = ? and finished_at is null
            """;
    private static final int NAME_MAX = 255;

    private final Connection connection;

    ImportLedger(Connection connection) {
        this.connection = connection;
    }

    /** Registers a received file; its id. Whoever waits for it is known by the node that he waits at. */
    long begin(ImportOrder order, Upload upload, @Nullable String node) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"id"})) {
            insert.setString(1, cut(order.fileName(), NAME_MAX));
            insert.setLong(2, upload.bytes());
            insert.setString(3, upload.sha256());
            insert.setString(4, order.profile());
            insert.setString(5, order.unit());
            insert.setString(6, order.policy().name());
            insert.setString(7, order.mode().name());
            insert.setBoolean(8, order.dryRun());
            insert.setString(9, order.idempotencyKey());
            insert.setString(10, order.person());
            insert.setObject(11, order.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setBoolean(12, node == null);
            insert.setString(13, node);
            insert.setObject(14, node == null ? null : order.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(15, order.confirms());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Whether that process may work on the import now: nobody does, or whoever did has been silent since then. */
    boolean claim(long id, String node, Instant now, Instant silentSince) throws SQLException {
        return Sql.update(connection, CLAIM, node, now, id, node, silentSince) > 0;
    }

    /** Ends an import that nobody works on, or asks whoever does to end it; false if it had ended. */
    boolean cancel(long id, String person, Instant now) throws SQLException {
        return Sql.update(connection, CANCEL_WAITING, now, person, id) > 0
                || Sql.update(connection, CANCEL_RUNNING, now, person, id) > 0;
    }

    /** By what the file was read, all of it. */
    void read(long id, long profileVersion, ImportProgress progress) throws SQLException {
        Sql.update(connection, READ, profileVersion, cut(progress.sheet(), NAME_MAX), progress.rows(), id);
    }

    /** Whose figures the file is about: also the units for which its sender may not import. */
    void concerns(long id, DeliverySketch sketch, Findings findings) throws SQLException {
        Set<String> units = new TreeSet<>();
        sketch.delivered().forEach(d -> units.add(d.unit()));
        units.addAll(findings.forbiddenUnits());
        try (PreparedStatement insert = connection.prepareStatement(INSERT_UNIT)) {
            for (String unit : units) {
                insert.setLong(1, id);
                insert.setString(2, unit);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** It is also about whose figures it deletes without a word about them. */
    void concernsChanged(long id) throws SQLException {
        Sql.update(connection, INSERT_CHANGED_UNITS, id, id);
    }

    /** Stores how an import ended, with what was found; false if it is not for that process to end it so. */
    boolean finish(long id, String node, ImportVerdict verdict, Instant at) throws SQLException {
        ImportCounts counts = verdict.counts();
        try (PreparedStatement update = connection.prepareStatement(FINISH)) {
            update.setString(1, verdict.state().name());
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            if (verdict.duplicate() == null) {
                update.setNull(3, Types.BIGINT);
            } else {
                update.setLong(3, verdict.duplicate());
            }
            update.setLong(4, counts.created());
            update.setLong(5, counts.changed());
            update.setLong(6, counts.unchanged());
            update.setLong(7, counts.deleted());
            update.setLong(8, counts.empty());
            update.setLong(9, counts.quarantined());
            update.setLong(10, counts.refused());
            update.setLong(11, verdict.issuesTotal());
            update.setString(
                    12, verdict.fault() == null ? null : verdict.fault().text());
            update.setLong(13, id);
            update.setString(14, node);
            update.setString(15, verdict.state().name());
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        new IssueRows(connection).store(id, 1, verdict.issues());
        return true;
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
