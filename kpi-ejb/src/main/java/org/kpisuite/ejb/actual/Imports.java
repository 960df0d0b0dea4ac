package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Files of facts: imported by controllers for their units. Controllers and auditors see their own imports, and those of
 * others that are all about their units.
 *
 * <p>Transactions are the process's own: others must see an import while it runs.
 */
@Stateless
@RolesAllowed("CONTROLLER")
@TransactionManagement(TransactionManagementType.BEAN)
public class Imports {
    public static final int PAGE_MAX = 1_000;

    /** The place before all changes of an import. */
    public static final int FIRST = Integer.MIN_VALUE;

    /** Larger files are not waited for. */
    public static final long WAITED_FOR_BYTES_MAX = 16L << 20;

    private static final String WRITTEN = """
            select 1
            from actual_revision
            where unit = ? and measure = ? and import_id = ? and row_no = ?
            fetch first 1 rows only
            """;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private AuditTrail audit;

    @EJB
    private Caller caller;

    @EJB
    private ImportSettingInForce inForce;

    @EJB
    private ImportJobs jobs;

    @Inject
    private UnderWay underWay;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private ImportProcess process() {
        return new ImportProcess(database, clock, files(), underWay).in(audit::origin);
    }

    private KeptFiles files() {
        return new KeptFiles(settings.folder().resolve("imports"));
    }

    /**
     * Imports a file: all of it or, in partial mode, its good rows. What is wrong with rows is in the result, not thrown.
     *
     * <p>A file of more than 16 MiB, or one whose sender asks for that, is made in the background: the result is how it
     * stands now. Refuses E-NOT-FOUND for the profile, E-FIELD-MISSING for the unit where the profile asks for it, E-LIMIT
     * for more than 1 GiB, E-NOT-FOUND for a dry run that is named and was not seen, E-FIELD-VALUE where a JSON file asks for something else than the request, E-IDEMPOTENCY for
     * a key used for another file.
     */
    public ImportResult start(ImportRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (request.confirms() != null) {
            get(request.confirms());
        }
        if (!request.profile().isEmpty()) {
            inForce.of(request.order(JsonOrder.NONE, caller.login(), now));
        }
        try (Upload upload = Upload.receive(request.body(), settings.folder().resolve("uploads"))) {
            ImportOrder order = request.order(JsonOrder.of(upload.file()), caller.login(), now);
            inForce.of(order);
            boolean background = request.background() || upload.bytes() > WAITED_FOR_BYTES_MAX;
            ImportProcess.Receipt receipt = process().receive(order, upload, background);
            if (!receipt.isNew()) {
                return get(receipt.id());
            }
            if (background) {
                jobs.queue(receipt.id());
                return get(receipt.id());
            }
            return process().make(receipt.id(), inForce::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /**
     * The same as {@link #start} for the kept file of an import, so that what was looked at is what is loaded: the bytes of
     * the request are not read.
     *
     * <p>By the same profile it is of the same unit. Refuses E-NOT-FOUND also for imports of others, and E-IMPORT-FILE where
     * the file is no longer kept.
     */
    public ImportResult startAgain(long id, ImportRequest request) {
        ImportResult before = get(id);
        ImportOrder order = order(id);
        boolean sameProfile = request.profile().equals(order.profile());
        String unit = request.unit() == null && sameProfile && !order.unit().isEmpty() ? order.unit() : request.unit();
        try (KeptFiles.Opened file = files().open(id);
                InputStream body = Files.newInputStream(file.path())) {
            return start(request.of(before.fileName(), body, unit));
        } catch (NoSuchFileException e) {
            throw new KpiException(Code.E_IMPORT_FILE, String.valueOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends an import that waits or runs; nothing of it will be stored. One that was cancelled stays so.
     *
     * <p>The result may still be running: it ends at its next step. Refuses E-NOT-FOUND, and E-IMPORT-STATE for one that
     * has ended otherwise.
     */
    public ImportResult cancel(long id) {
        ImportResult before = get(id);
        if (before.state() == ImportState.CANCELLED) {
            return before;
        }
        try (Connection connection = database.getConnection()) {
            if (!new ImportLedger(connection).cancel(id, caller.login(), clock.instant())) {
                throw new KpiException(
                        Code.E_IMPORT_STATE, String.valueOf(id), get(id).state().name());
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
        return get(id);
    }

    /**
     * Takes back everything that an import wrote: values get what they were before, or none. One that was taken back stays
     * so.
     *
     * <p>Refuses E-NOT-FOUND, E-REASON-MISSING, E-IMPORT-STATE and E-IMPORT-REPEATS where it wrote nothing; all at once:
     * E-UNIT-FORBIDDEN for units of others, E-PERIOD-CLOSED and E-PERIOD-LOCKED, E-IMPORT-BUILT-ON naming later imports.
     */
    public ImportResult undo(long id, String reason) {
        ImportResult run = get(id);
        if (reason.isBlank()) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_REASON_MISSING, "reason", reason)));
        }
        if (reason.length() > ImportUndo.REASON_MAX) {
            throw new KpiException(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE, "reason", reason, "reason", reason, "1.." + ImportUndo.REASON_MAX)));
        }
        ImportOrder order = new ImportOrder(
                "",
                run.trail().policy(),
                run.trail().mode(),
                false,
                run.fileName(),
                caller.login(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return process().undo(id, caller.login(), reason.strip(), inForce.of(order), caller.units(Role.CONTROLLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** How an import stands or ended. Refuses E-NOT-FOUND, also for imports of others. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public ImportResult get(long id) {
        try (Connection connection = database.getConnection()) {
            return new ImportRuns(connection)
                    .find(id, reader())
                    .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, String.valueOf(id)));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** What a dry run would do to scores; empty for all other imports. Refuses E-NOT-FOUND, also for imports of others. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public Optional<ScoreEffects.Effect> effect(long id) {
        if (!get(id).dryRun()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return new ImportEffects(connection).of(id);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /**
     * A record of the file of an import, as it was typed: for whoever sees the import, and for whoever may read the figures
     * of the unit and measure that it became.
     *
     * <p>Refuses E-NOT-FOUND, also for a row that the file does not have, and E-IMPORT-FILE where it is not kept.
     *
     * @param unit of a fact that stands on this row; null for those who see the import
     * @param measure of that fact; likewise
     */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public ImportRow row(long id, int row, @Nullable String unit, @Nullable String measure) {
        KpiException unknown = new KpiException(Code.E_NOT_FOUND, id + ", row " + row);
        try (Connection connection = database.getConnection()) {
            ImportResult run = new ImportRuns(connection).find(id).orElseThrow(() -> unknown);
            if (!new ImportRuns(connection).isSeen(id, reader())
                    && !isRead(connection, new Place(id, row, unit, measure))) {
                throw unknown;
            }
            if (!files().has(id)) {
                throw new KpiException(Code.E_IMPORT_FILE, String.valueOf(id));
            }
            FileLayout layout = inForce.layout(run.profile(), run.trail().profileVersion());
            try (KeptFiles.Opened file = files().open(id)) {
                ImportRow found = KeptRow.find(run, file.path(), layout, row).orElseThrow(() -> unknown);
                return found.of(counted(connection, run, new Place(id, row, unit, measure), file.path()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The rows of the fact that is asked for, where the file is of events. */
    private ImportRow.Counted counted(Connection connection, ImportResult run, Place place, Path file)
            throws SQLException, IOException {
        if (place.unit == null || place.measure == null) {
            return ImportRow.Counted.NONE;
        }
        ImportOrder order =
                new ImportRuns(connection).work(place.id).orElseThrow().order();
        ImportSetting setting = inForce.of(order, run.trail().profileVersion());
        if (!(setting.profile().form() instanceof EventForm)) {
            return ImportRow.Counted.NONE;
        }
        try (ReadingRoom.Seat seat = ReadingRoom.OF_PROCESS.seat(file)) {
            seat.take(() -> {});
            return CountedRows.of(file, setting, place.row, place.unit, place.measure);
        }
    }

    /** A row of an import, and the fact that it is asked for. */
    private record Place(
            long id,
            int row,
            @Nullable String unit,
            @Nullable String measure) {}

    private boolean isRead(Connection connection, Place place) throws SQLException {
        if (place.unit == null || !caller.readableUnits().contains(place.unit)) {
            return false;
        }
        return !Sql.query(connection, WRITTEN, row -> row.getInt(1), place.unit, place.measure, place.id, place.row)
                .isEmpty();
    }

    /** Some of what an import changed or would change, after that place: a thousand facts in all are kept. Likewise. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public List<FactChange> changes(long id, int after, int limit) {
        get(id);
        try (Connection connection = database.getConnection()) {
            return new ImportSamples(connection).list(id, after, Math.min(limit, PAGE_MAX), settings.calendar());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Imports with an id below that one, the latest first, without their issues. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public List<ImportResult> list(long beforeId, int limit) {
        try (Connection connection = database.getConnection()) {
            return new ImportRuns(connection).list(reader(), beforeId, Math.min(limit, PAGE_MAX));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private ImportOrder order(long id) {
        try (Connection connection = database.getConnection()) {
            return new ImportRuns(connection).work(id).orElseThrow().order();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** A page of the imports that are looked for, without their issues. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public ImportSearch.Found search(ImportSearch search, long skip, int limit) {
        try (Connection connection = database.getConnection()) {
            return search.in(connection, reader(), skip, Math.min(limit, PAGE_MAX));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Logins of those whose imports the caller sees. */
    @RolesAllowed({"CONTROLLER", "AUDITOR"})
    public List<String> people() {
        try (Connection connection = database.getConnection()) {
            return ImportSearch.people(connection, reader());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private ImportReader reader() {
        return new ImportReader(caller.login(), caller.units(Role.CONTROLLER, Role.AUDITOR));
    }
}
