package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.storage.Migrations;

/** How files of each origin are read: documents that controllers keep; some are shipped. */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
public class ImportProfiles {
    static final List<String> SHIPPED = List.of(
            "amocrm-deals",
            "bitrix24-deals",
            "brand-lift",
            "cdnow",
            "crm-leads",
            "google-ads",
            "google-ads-ru",
            "google-analytics-4",
            "google-analytics-4-users",
            "ledger",
            "ledger-1c",
            "mailchimp",
            "months",
            "nps-answers",
            "social-page",
            "social-posts",
            "social-posts-ru",
            "unisender",
            "yandex-direct",
            "yandex-metrica");
    private static final String FOLDER = "/org/kpisuite/ejb/actual/profiles/";
    private static final String ALL = "select code, document, version from import_profile order by code";
    private static final String ONE = "select code, document, version from import_profile where code = ?";
    private static final String INSERT = "insert into import_profile (code, document, version) values (?, ?, ?)";
    private static final String UPDATE =
            "update import_profile set document = ?, version = version + 1 where code = ? and version = ?";

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    /**
     * A profile as it was written.
     *
     * @param document JSON
     */
    public record Stored(String code, String document, long version) {}

    /** All profiles by code, the shipped ones among them. */
    public List<Stored> list() {
        try (Connection connection = database.getConnection()) {
            List<Stored> all = new ArrayList<>(Sql.query(connection, ALL, ImportProfiles::stored));
            SHIPPED.stream()
                    .filter(code -> all.stream().noneMatch(s -> s.code.equals(code)))
                    .forEach(code -> all.add(shipped(code)));
            all.sort(Comparator.comparing(Stored::code));
            return all;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Refuses E-NOT-FOUND. */
    public Stored get(String code) {
        return find(code).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }

    /**
     * Stores a profile: a new one, or a changed one whose version was read.
     *
     * <p>Refuses E-VERSION-MISSING, E-VERSION, and a document that cannot be read with E-FIELD-UNKNOWN, E-FIELD-MISSING,
     * E-FIELD-VALUE.
     */
    @RolesAllowed("CONTROLLER")
    public Stored put(String code, String document, Optional<Long> version) {
        ProfileDocument.read(code, document);
        Optional<Stored> existing = find(code);
        existing.ifPresent(stored -> Versions.check(version, stored.version));
        try (Connection connection = database.getConnection()) {
            long before = existing.map(Stored::version).orElse(0L);
            if (Sql.update(connection, UPDATE, document, code, before) == 0) {
                Sql.update(connection, INSERT, code, document, before + 1);
            }
            return new Stored(code, document, before + 1);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The profile by which a file is read; the columns of the contract for the empty code. Refuses E-NOT-FOUND. */
    @PermitAll
    public ImportProfile inForce(String code) {
        return code.isEmpty() ? ImportProfile.standard() : ProfileDocument.read(code, get(code).document);
    }

    /** The version of that profile; 0 for the empty code. Refuses E-NOT-FOUND. */
    @PermitAll
    public long versionInForce(String code) {
        return code.isEmpty() ? 0 : get(code).version;
    }

    private Optional<Stored> find(String code) {
        try (Connection connection = database.getConnection()) {
            return Sql.query(connection, ONE, ImportProfiles::stored, code).stream()
                    .findFirst()
                    .or(() -> Optional.of(code).filter(SHIPPED::contains).map(ImportProfiles::shipped));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getString("code"), row.getString("document"), row.getLong("version"));
    }

    /** The document of a shipped profile; its version is 1 until somebody changes it. */
    static Stored shipped(String code) {
        try (InputStream in = ImportProfiles.class.getResourceAsStream(FOLDER + code + ".json")) {
            return new Stored(code, new String(in.readAllBytes(), StandardCharsets.UTF_8), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
