package org.kpisuite.ejb.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Validity;

/** The versions that were recorded in this installation, in their table, to which rows are only added. */
final class StoredVersions {
    private static final String MARK = """
            select count(*), max(recorded_at)
            from catalogue_version
            """;

    private static final String ALL = """
            select kind, code, version, valid_from, closed_on, recorded_at, recorded_by, document
            from catalogue_version
            order by recorded_at, kind, code, version
            """;

    private static final String INSERT = """
            insert into catalogue_version
                (kind, code, version, valid_from, closed_on, recorded_at, recorded_by, document)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;

    StoredVersions(Connection connection) {
        this.connection = connection;
    }

    /** Changes whenever a version is added: to be compared with that of an earlier call. */
    String mark() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1) + " " + row.getObject(2, OffsetDateTime.class);
        }
    }

    /** All of them in the order in which they were recorded. */
    List<CatalogueHistory.Entry> all() throws SQLException {
        List<CatalogueHistory.Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static CatalogueHistory.Entry entry(ResultSet row) throws SQLException {
        Validity validity = new Validity(
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
        Definition definition = DefinitionDocument.read(
                Definition.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                validity,
                row.getString("document"));
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new CatalogueHistory.Entry(definition, recordedAt, row.getString("recorded_by"));
    }

    void add(CatalogueHistory.Entry entry) throws SQLException {
        Definition definition = entry.definition();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, definition.entryKind().name());
            statement.setString(2, definition.code());
            statement.setInt(3, definition.version());
            statement.setObject(4, definition.validFrom());
            statement.setObject(5, definition.validity().closedOn());
            statement.setObject(6, entry.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(7, entry.recordedBy());
            statement.setString(8, DefinitionDocument.of(definition).toString());
            statement.executeUpdate();
        }
    }
}
