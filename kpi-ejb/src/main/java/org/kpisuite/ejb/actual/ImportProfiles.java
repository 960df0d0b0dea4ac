package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.audit.PlainJson;
import org.kpisuite.ejb.storage.Migrations;

/** How files of each origin are read: documents that controllers keep; some are shipped. */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
public class ImportProfiles {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private AuditTrail audit;

    @EJB
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * A profile as it was written.
     *
     * @param document JSON
     */
    public record Stored(String code, String document, long version) {
        /** What the document says. */
        public ImportProfile profile() {
            return ProfileDocument.read(code, document);
        }

        /** Whether it comes with the product, as it is or as somebody changed it. */
        public boolean isShipped() {
            return ShippedProfiles.CODES.contains(code);
        }
    }

    /**
     * A document that a profile has or had.
     *
     * @param person login of who wrote it; null where the product did
     * @param recordedAt null where it is not known
     */
    public record Version(
            Stored profile,
            @Nullable String person,
            @Nullable Instant recordedAt) {}

    /** A file to try a profile on. */
    public static final class Sample {
        private final String fileName;
        private final byte[] content;

        private Sample(String fileName, byte[] content) {
            this.fileName = fileName;
            this.content = content;
        }

        public String fileName() {
            return fileName;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /** All profiles by code, the shipped ones among them. */
    public List<Stored> list() {
        return on(ProfileRows::list);
    }

    /** Refuses E-NOT-FOUND. */
    public Stored get(String code) {
        return on(rows -> rows.find(code)).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }

    /** The document by which earlier imports were read. Refuses E-NOT-FOUND. */
    public Stored get(String code, long version) {
        return versions(code).stream()
                .map(Version::profile)
                .filter(p -> p.version() == version)
                .findFirst()
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code + " " + version));
    }

    /** All documents that a profile ever had, the latest first. Refuses E-NOT-FOUND. */
    public List<Version> versions(String code) {
        get(code);
        return on(rows -> rows.versions(code));
    }

    /** The sample file of a shipped profile, in the language in which its product exports it. Refuses E-NOT-FOUND. */
    public Sample sample(String code, Locale language) {
        return ShippedProfiles.sampleName(code, Messages.supported(language).equals(Messages.RU))
                .map(name -> new Sample(name, ShippedProfiles.sample(name)))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }

    /**
     * Stores a profile: a new one, or a changed one whose version was read. What it was before stays readable.
     *
     * <p>Refuses E-VERSION-MISSING, E-VERSION, and a document that cannot be read with E-FIELD-UNKNOWN, E-FIELD-MISSING,
     * E-FIELD-VALUE, all of it at once.
     */
    @RolesAllowed("CONTROLLER")
    public Stored put(String code, String document, Optional<Long> version) {
        ProfileDocument.read(code, document);
        Optional<Stored> before = on(rows -> rows.find(code));
        Stored stored = on(rows -> rows.put(code, document, version, caller.login(), clock.instant()));
        Deed deed = Deed.of(before.isPresent() ? AuditAction.CHANGE : AuditAction.CREATE, "import-profile", code)
                .to(PlainJson.of(document));
        audit.record(before.map(b -> deed.from(PlainJson.of(b.document()))).orElse(deed));
        return stored;
    }

    /** The profile by which a file is read; the columns of the contract for the empty code. Refuses E-NOT-FOUND. */
    @PermitAll
    public ImportProfile inForce(String code) {
        return code.isEmpty() ? ImportProfile.standard() : get(code).profile();
    }

    /** The profile by which a file was read then; the columns of the contract for version 0. Refuses E-NOT-FOUND. */
    @PermitAll
    public ImportProfile readBy(String code, long version) {
        return version == 0 ? inForce(code) : get(code, version).profile();
    }

    /** The version of that profile; 0 for the empty code. Refuses E-NOT-FOUND. */
    @PermitAll
    public long versionInForce(String code) {
        return code.isEmpty() ? 0 : get(code).version;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(ProfileRows rows) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(new ProfileRows(connection));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
