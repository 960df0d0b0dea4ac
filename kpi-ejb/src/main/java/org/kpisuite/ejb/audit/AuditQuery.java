package org.kpisuite.ejb.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.audit.AuditRecord;

/** Reads records, cut to those that somebody may read. */
final class AuditQuery {
    private static final String READABLE = """
            select *
            from audit_record
            where (unit = any(?) or (unit is null and ?)
                or ((object like 'person/%' or object like 'unit/%') and (unit = any(?) or (unit is null and ?))))
            """;

    private final Connection connection;

    AuditQuery(Connection connection) {
        this.connection = connection;
    }

    /** One row more than wanted, where there is one, so that the caller knows whether another page follows. */
    List<AuditRecord> read(AuditReaders readers, AuditFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder(READABLE);
        List<Object> values = new ArrayList<>(List.of(
                array(readers.units()), readers.company(), array(readers.adminUnits()), readers.adminCompany()));
        filter.object().ifPresent(object -> {
            boolean whole = object.contains("/");
            sql.append(whole ? "and object = ?\n" : "and object like ?\n");
            values.add(whole ? object : escaped(object) + "/%");
        });
        filter.actor().ifPresent(actor -> {
            sql.append("and actor = ?\n");
            values.add(actor);
        });
        filter.from().ifPresent(from -> {
            sql.append("and recorded_at >= ?\n");
            values.add(from.atOffset(ZoneOffset.UTC));
        });
        filter.to().ifPresent(to -> {
            sql.append("and recorded_at < ?\n");
            values.add(to.atOffset(ZoneOffset.UTC));
        });
        filter.before().ifPresent(before -> {
            sql.append("and seq < ?\n");
            values.add(before);
        });
        sql.append("order by seq desc\nfetch first %d rows only".formatted(filter.rows() + 1));
        return rows(sql.toString(), values);
    }

    private java.sql.Array array(Set<String> codes) throws SQLException {
        return connection.createArrayOf("varchar", codes.toArray());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private List<AuditRecord> rows(String sql, List<Object> values) throws SQLException {
        List<AuditRecord> records = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(AuditRows.read(row));
                }
            }
        }
        return records;
    }
}
