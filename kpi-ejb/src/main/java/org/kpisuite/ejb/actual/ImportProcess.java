package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The life of an import: received, which everybody sees at once; then made in one transaction, which ends with its state,
 * so that what the record says is what is stored, wherever a process or a connection stops.
 *
 * <p>What the database lets go wrong only this time is begun anew from the kept file.
 */
public final class ImportProcess {
    private static final Logger LOG = Logger.getLogger(ImportProcess.class.getName());
    private static final Duration KEY_KEPT = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int TRIES_MAX = 6;

    private final DataSource database;
    private final Clock clock;
    private final KeptFiles files;
    private final UnderWay underWay;

    public ImportProcess(DataSource database, Clock clock, KeptFiles files, UnderWay underWay) {
        this.database = database;
        this.clock = clock;
        this.files = files;
        this.underWay = underWay;
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
        try {
            again(id, settings);
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

    private void again(long id, Settings settings) throws SQLException, IOException {
        for (int tries = 1; !find(id).isFinished(); tries++) {
            try {
                once(id, settings);
            } catch (SQLException | RuntimeException e) {
                if (tries == TRIES_MAX || !Outage.isBehind(e)) {
                    throw e;
                }
                LOG.log(Level.WARNING, e, () -> "Import " + id + " is begun anew");
                LockSupport.parkNanos(PAUSE.toNanos() << tries);
            }
        }
    }

    private void once(long id, Settings settings) throws SQLException, IOException {
        try (KeptFiles.Opened file = files.open(id)) {
            OwnTransaction.in(database, connection -> make(connection, id, file, settings));
        }
    }

    private boolean make(Connection connection, long id, KeptFiles.Opened file, Settings settings)
            throws SQLException, IOException {
        ImportWork work = new ImportRuns(connection).work(id).orElseThrow();
        ImportSetting setting = settings.of(work.order());
        ImportProgress progress = new ImportProgress(database, id, underWay.node());
        ImportVerdict verdict = new Importer(connection, clock, progress).run(work, file.path(), setting);
        ImportLedger ledger = new ImportLedger(connection);
        ledger.read(id, setting.profileVersion(), null, progress);
        if (!ledger.finish(id, underWay.node(), verdict, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new ImportCancelled(id);
        }
        return true;
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
