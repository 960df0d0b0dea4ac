package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Files of facts: imported by controllers for their units. Controllers see their own imports, auditors all. */
@Stateless
@RolesAllowed("CONTROLLER")
public class Imports {
    public static final int PAGE_MAX = 1_000;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @EJB
    private Caller caller;

    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogue;

    @EJB
    private ImportProfiles profiles;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * Imports a file: all of it or, in partial mode, its good rows. What is wrong with rows is in the result, not thrown.
     *
     * <p>Refuses E-NOT-FOUND for the profile, E-LIMIT for more than 1 GiB, E-IDEMPOTENCY for a key used for another file.
     */
    public ImportResult run(ImportRequest request) {
        ImportProfile profile = profiles.inForce(request.profile());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImportOrder order = new ImportOrder(
                profile.code(),
                request.policy(),
                request.mode(),
                request.dryRun(),
                request.fileName(),
                caller.login(),
                request.idempotencyKey(),
                now);
        try (Upload upload = Upload.receive(request.body(), settings.folder().resolve("uploads"));
                Connection connection = database.getConnection()) {
            InstallationCodes codes =
                    new InstallationCodes(directory.tree(), caller.units(Role.CONTROLLER), catalogue.get());
            IntakeContext context =
                    new IntakeContext(codes, profile.rules(), now, settings.zone(), settings.calendar());
            return new Importer(connection, clock).run(order, upload, profile, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Refuses E-NOT-FOUND, also for imports of others. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public ImportResult get(long id) {
        try (Connection connection = database.getConnection()) {
            return new ImportRuns(connection)
                    .find(id)
                    .filter(run -> seesAll() || run.person().equals(caller.login()))
                    .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, String.valueOf(id)));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Imports with an id below that one, the latest first, without their issues. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public List<ImportResult> list(long beforeId, int limit) {
        try (Connection connection = database.getConnection()) {
            List<String> people = seesAll() ? null : List.of(caller.login());
            return new ImportRuns(connection).list(people, beforeId, Math.min(limit, PAGE_MAX));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private boolean seesAll() {
        return caller.isBootstrap() || caller.roles().contains(Role.AUDITOR);
    }
}
