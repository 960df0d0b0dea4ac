package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.audit.Origin;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.audit.AuditRows;

/**
 * The life of an import: received, which everybody sees at once; then made in one transaction, which ends with its state,
 * so that what the record says is what is stored, wherever a process or a connection stops.
 *
 * <p>What the database lets go wrong only this time is begun anew from the kept file.
 */
public final class ImportProcess {
    private static final Duration KEY_KEPT = Duration.ofDays(30);

    private final DataSource database;
    private final Clock clock;
    private final KeptFiles files;
    private final UnderWay underWay;
    private Function<String, Origin> origin = Origin::job;

    public ImportProcess(DataSource database, Clock clock, KeptFiles files, UnderWay underWay) {
        this.database = database;
        this.clock = clock;
        this.files = files;
        this.underWay = underWay;
    }

    /** The same in a request: what is done is recorded as done from there. */
    ImportProcess in(Function<String, Origin> request) {
        origin = request;
        return this;
    }

    /** Reads and judges by this, found out when the work begins. */
    @FunctionalInterface
    public interface Settings {
        /** Refuses E-NOT-FOUND where the profile is gone. */
        ImportSetting of(ImportOrder order);
    }

    /**
     * A registered import.
     *
     * @param isNew false where the same person had asked for it by the same key
     */
    public record Receipt(long id, boolean isNew) {}

    /**
     * Registers a file and keeps it.
     *
     * @throws KpiException E-IDEMPOTENCY if the key was used for another file
     */
    public Receipt receive(ImportOrder order, Upload upload, boolean background) throws SQLException, IOException {
        Receipt receipt = register(order, upload, background);
        if (receipt.isNew) {
            files.keep(receipt.id, upload);
        }
        return receipt;
    }

    private Receipt register(ImportOrder order, Upload upload, boolean background) throws SQLException, IOException {
        return OwnTransaction.in(database, connection -> register(connection, order, upload, background));
    }

    private Receipt register(Connection connection, ImportOrder order, Upload upload, boolean background)
            throws SQLException {
        if (order.idempotencyKey() != null) {
            new ImportTurn(connection).takeRegister();
            Optional<Long> asked = new ImportRuns(connection)
                    .askedBefore(order, upload.sha256(), order.receivedAt().minus(KEY_KEPT));
            if (asked.isPresent()) {
                return new Receipt(asked.get(), false);
            }
        }
        return new Receipt(
                new ImportLedger(connection).begin(order, upload, background ? null : underWay.node()), true);
    }

    /** Makes a registered import, if it is for this process to make; how it stands afterwards. */
    public ImportResult make(long id, Settings settings) throws SQLException, IOException {
        underWay.add(id);
        try {
            if (claimed(id)) {
                makeSafely(id, settings);
            }
        } finally {
            underWay.remove(id);
        }
        return find(id);
    }

    private boolean claimed(long id) throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            return new ImportLedger(connection).claim(id, underWay.node(), now, now.minus(UnderWay.SILENCE_MAX));
        }
    }

    private void makeSafely(long id, Settings settings) throws SQLException, IOException {
        try (KeptFiles.Opened file = files.open(id);
                ReadingRoom.Seat seat = ReadingRoom.OF_PROCESS.seat(file.path())) {
            seat.take(progress(id)::look);
            OwnTransaction.again(database, connection -> make(connection, id, new Opened(file.path(), seat), settings));
        } catch (ImportCancelled e) {
            end(id, ImportVerdict.cancelled());
        } catch (NoSuchFileException e) {
            end(id, ImportVerdict.failed(Code.E_IMPORT_FILE, String.valueOf(id)));
        } catch (KpiException e) {
            end(id, ImportVerdict.refused(e));
        } catch (SQLException | IOException | RuntimeException e) {
            end(id, ImportVerdict.failed(Code.E_IMPORT_CUT));
            throw e;
        }
    }

    private ImportProgress progress(long id) {
        return new ImportProgress(database, clock, new ImportProgress.Work(id, underWay.node()));
    }

    /** A kept file, and the seat of its reader: taken before a connection is, of which there are fewer than waiters. */
    private record Opened(Path file, ReadingRoom.Seat seat) {}

    private boolean make(Connection connection, long id, Opened opened, Settings settings)
            throws SQLException, IOException {
        ImportRuns runs = new ImportRuns(connection);
        if (runs.find(id).orElseThrow().isFinished()) {
            return true;
        }
        ImportWork work = runs.work(id).orElseThrow();
        make(connection, work, opened, settings.of(work.order()));
        return true;
    }

    private void make(Connection connection, ImportWork work, Opened opened, ImportSetting setting)
            throws SQLException, IOException {
        long id = work.id();
        ImportProgress progress = progress(id);
        opened.seat.take(progress::look);
        ImportVerdict verdict =
                new Importer(connection, clock, progress, opened.seat::leave).run(work, opened.file, setting);
        ImportLedger ledger = new ImportLedger(connection);
        ledger.read(id, setting.profileVersion(), progress);
        if (!ledger.finish(id, underWay.node(), verdict, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new ImportCancelled(id);
        }
        if (verdict.wrote() && !work.order().dryRun()) {
            audit(connection, work.order().person(), ImportDeed.applied(work, verdict));
        }
    }

    /** As the last thing of the transaction. */
    private void audit(Connection connection, String person, Deed deed) throws SQLException {
        new AuditRows(connection).append(List.of(new AuditRows.Entry(origin.apply(person), deed)), clock.instant());
    }

    /**
     * Takes an import back, once.
     *
     * @throws KpiException all at once: E-UNIT-FORBIDDEN, E-PERIOD-CLOSED and E-PERIOD-LOCKED, E-IMPORT-BUILT-ON; or
     *     E-IMPORT-STATE, E-IMPORT-REPEATS where it wrote nothing
     */
    public ImportResult undo(long id, String person, String reason, ImportSetting setting, Set<String> ownUnits)
            throws SQLException, IOException {
        OwnTransaction.again(database, connection -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ImportUndo undo = new ImportUndo(connection, setting.context(), ownUnits);
            if (undo.run(id, new ImportTrail.Undoing(person, now, reason))) {
                audit(
                        connection,
                        person,
                        ImportDeed.undone(new ImportRuns(connection).work(id).orElseThrow(), reason));
            }
            return true;
        });
        return find(id);
    }

    /** Ends an import of which nothing was written. */
    private boolean end(long id, ImportVerdict verdict) throws SQLException, IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return OwnTransaction.in(
                database, connection -> new ImportLedger(connection).finish(id, underWay.node(), verdict, now));
    }

    private ImportResult find(long id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new ImportRuns(connection).find(id).orElseThrow();
        }
    }
}
