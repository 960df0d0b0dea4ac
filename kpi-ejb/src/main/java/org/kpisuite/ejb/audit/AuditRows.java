package org.kpisuite.ejb.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.kpisuite.domain.audit.AuditChain;
import org.kpisuite.domain.audit.AuditHead;
import org.kpisuite.domain.audit.AuditRecord;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.audit.Origin;

/** The chain in its table, to which rows are only added. */
public final class AuditRows {
    /** Written first and read then: what a waiting reader sees need not be what the one before it left. */
    private static final String HOLD_HEAD = "update audit_head set seq = seq + 1 where id = 1";

    private static final String HEAD = "select seq, hash from audit_head where id = 1";
    private static final String MOVE_HEAD = "update audit_head set seq = ?, hash = ? where id = 1";
    private static final String APPEND = """
            insert into audit_record (seq, recorded_at, actor, on_behalf_of, action_name, object, unit, before_json,
                after_json, request_id, ip, prev_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int PORTION_ROWS = 1_000;
    private static final String BEHIND = """
            select *
            from audit_record
            where seq > ?
            order by seq
            fetch first %d rows only
            """.formatted(PORTION_ROWS);

    private final Connection connection;

    public AuditRows(Connection connection) {
        this.connection = connection;
    }

    /** Something that was done, and by whom. */
    public record Entry(Origin origin, Deed deed) {}

    /**
     * Lengthens the chain in the transaction of the connection. From here to its end no other transaction can: it is the
     * last thing that a transaction does, and whoever holds the end of the chain waits for nothing else.
     */
    public void append(Collection<Entry> entries, Instant at) throws SQLException {
        AuditChain chain = AuditChain.at(hold());
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (Entry entry : entries) {
                write(statement, chain.add(at, entry.origin, entry.deed));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(MOVE_HEAD)) {
            statement.setLong(1, chain.head().seq());
            statement.setString(2, chain.head().hash());
            statement.executeUpdate();
        }
    }

    private AuditHead hold() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLD_HEAD)) {
            statement.executeUpdate();
        }
        AuditHead held = head(HEAD);
        return new AuditHead(held.seq() - 1, held.hash());
    }

    private AuditHead head(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new AuditHead(row.getLong("seq"), row.getString("hash"));
        }
    }

    private static void write(PreparedStatement statement, AuditRecord record) throws SQLException {
        Deed deed = record.deed();
        Origin origin = record.origin();
        statement.setLong(1, record.seq());
        statement.setObject(2, record.at().atOffset(ZoneOffset.UTC));
        statement.setString(3, origin.actor());
        statement.setString(4, deed.onBehalfOf().orElse(null));
        statement.setString(5, deed.action());
        statement.setString(6, deed.object());
        statement.setString(7, deed.unit().orElse(null));
        statement.setString(8, deed.before().orElse(null));
        statement.setString(9, deed.after().orElse(null));
        statement.setString(10, origin.request().orElse(null));
        statement.setString(11, origin.ip().orElse(null));
        statement.setString(12, record.prevHash());
        statement.setString(13, record.hash());
    }

    /** Walks the chain from its first record to its last, a portion at a time; others may lengthen it meanwhile. */
    public AuditVerdict verify() throws SQLException {
        AuditHead before = head(HEAD);
        AuditChain chain = AuditChain.fromStart();
        long last = 0;
        int rows = PORTION_ROWS;
        try (PreparedStatement statement = connection.prepareStatement(BEHIND)) {
            while (rows == PORTION_ROWS) {
                statement.setLong(1, last);
                rows = 0;
                try (ResultSet row = statement.executeQuery()) {
                    for (; row.next(); rows++) {
                        AuditRecord record = read(row);
                        chain.verify(record);
                        last = record.seq();
                    }
                }
            }
        }
        return chain.verdict(before, head(HEAD));
    }

    static AuditRecord read(ResultSet row) throws SQLException {
        Origin origin = new Origin(row.getString("actor"), text(row, "request_id"), text(row, "ip"));
        Deed deed = new Deed(
                row.getString("action_name"),
                row.getString("object"),
                text(row, "unit"),
                Optional.of(origin.actor()),
                text(row, "on_behalf_of"),
                text(row, "before_json"),
                text(row, "after_json"));
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new AuditRecord(row.getLong("seq"), at, origin, deed, row.getString("prev_hash"), row.getString("hash"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
