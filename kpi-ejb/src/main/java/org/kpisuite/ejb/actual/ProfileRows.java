package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Versions;

/** The documents of profiles as stored: that in force, and all that were before it. What is shipped is version 1. */
final class ProfileRows {
    private static final String ALL = "select code, document, version from import_profile order by code";
    private static final String ONE = "select code, document, version from import_profile where code = ?";
    private static final String INSERT = "insert into import_profile (code, document, version) values (?, ?, ?)";
    private static final String UPDATE =
            "update import_profile set document = ?, version = version + 1 where code = ? and version = ?";
    private static final String KEEP = """
            insert into import_profile_version (code, version, document, person, recorded_at)
            values (?, ?, ?, ?, cast(? as timestamp with time zone))
            """;
    private static final String VERSIONS = """
            select code, version, document, person, recorded_at
            from import_profile_version
            where code = ?
            order by version desc
            """;

    private final Connection connection;

    ProfileRows(Connection connection) {
        this.connection = connection;
    }

    /** All profiles in force by code, the shipped ones among them. */
    List<ImportProfiles.Stored> list() throws SQLException {
        List<ImportProfiles.Stored> all = new ArrayList<>(Sql.query(connection, ALL, ProfileRows::stored));
        ShippedProfiles.CODES.stream()
                .filter(code -> all.stream().noneMatch(s -> s.code().equals(code)))
                .forEach(code -> shipped(code).ifPresent(all::add));
        all.sort(Comparator.comparing(ImportProfiles.Stored::code));
        return all;
    }

    Optional<ImportProfiles.Stored> find(String code) throws SQLException {
        Optional<ImportProfiles.Stored> own = own(code);
        return own.isPresent() ? own : shipped(code);
    }

    private Optional<ImportProfiles.Stored> own(String code) throws SQLException {
        return Sql.query(connection, ONE, ProfileRows::stored, code).stream().findFirst();
    }

    private static Optional<ImportProfiles.Stored> shipped(String code) {
        return ShippedProfiles.document(code).map(document -> new ImportProfiles.Stored(code, document, 1));
    }

    /**
     * Stores a document as the next version.
     *
     * @throws KpiException E-VERSION-MISSING, E-VERSION
     */
    ImportProfiles.Stored put(String code, String document, Optional<Long> version, String person, Instant now)
            throws SQLException {
        Optional<ImportProfiles.Stored> own = own(code);
        Optional<ImportProfiles.Stored> before = own.isPresent() ? own : shipped(code);
        if (before.isPresent()) {
            Versions.check(version, before.get().version());
        }
        long next = before.map(ImportProfiles.Stored::version).orElse(0L) + 1;
        if (own.isEmpty()) {
            Sql.update(connection, INSERT, code, document, next);
        } else if (Sql.update(connection, UPDATE, document, code, next - 1) == 0) {
            throw new KpiException(Code.E_VERSION, String.valueOf(next - 1), String.valueOf(next));
        }
        Sql.update(connection, KEEP, code, next, document, person, now);
        return new ImportProfiles.Stored(code, document, next);
    }

    /** All versions of a profile, the latest first. */
    List<ImportProfiles.Version> versions(String code) throws SQLException {
        List<ImportProfiles.Version> versions =
                new ArrayList<>(Sql.query(connection, VERSIONS, ProfileRows::version, code));
        boolean replaced = versions.stream().anyMatch(v -> v.profile().version() == 1);
        if (!replaced) {
            shipped(code).ifPresent(s -> versions.add(new ImportProfiles.Version(s, null, null)));
        }
        return versions;
    }

    private static ImportProfiles.Version version(ResultSet row) throws SQLException {
        return new ImportProfiles.Version(stored(row), row.getString("person"), Sql.instant(row, "recorded_at"));
    }

    private static ImportProfiles.Stored stored(ResultSet row) throws SQLException {
        return new ImportProfiles.Stored(row.getString("code"), row.getString("document"), row.getLong("version"));
    }
}
