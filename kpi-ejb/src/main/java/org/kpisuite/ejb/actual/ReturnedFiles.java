package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Files of imports given back with the reasons why rows were not taken, to be repaired and sent again. */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
@TransactionManagement(TransactionManagementType.BEAN)
public class ReturnedFiles {
    static final String PREFIX = "return";
    private static final Duration KEPT = Duration.ofHours(1);

    @Resource(lookup = Migrations.DATA_SOURCE)
    DataSource database;

    @EJB
    ImportSettingInForce inForce;

    @EJB
    private Imports imports;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * The file of an import with a reason in each row. Without a word on it, what comes back is what must be sent again: all
     * rows of a file of which nothing was taken, or whose rows are counted together; else those that were refused or wait in
     * quarantine.
     *
     * <p>Refuses E-NOT-FOUND, also for imports of others; E-IMPORT-STATE while it runs; E-IMPORT-FILE where the file is no
     * longer kept; E-LIMIT for more than a sheet can hold; what made the file unreadable, where it is.
     */
    public ReturnedFile of(long id, ReturnedForm form, Locale locale, Optional<Boolean> all) {
        ImportResult run = imports.get(id);
        if (!run.isFinished()) {
            throw new KpiException(
                    Code.E_IMPORT_STATE, String.valueOf(id), run.state().name());
        }
        ImportSetting setting = setting(run);
        boolean whole = run.state() == ImportState.REJECTED || setting.profile().form() instanceof EventForm;
        ReturnedOrder order = new ReturnedOrder(
                all.orElse(whole), locale, run.issues(), run.issuesTotal(), setting, Optional.empty());
        try {
            return make(run, form, order);
        } catch (NoSuchFileException e) {
            throw new KpiException(Code.E_IMPORT_FILE, String.valueOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the file was read then, also of which unit where its sender said that. */
    ImportSetting setting(ImportResult run) {
        try (Connection connection = database.getConnection()) {
            ImportOrder order =
                    new ImportRuns(connection).work(run.id()).orElseThrow().order();
            return inForce.of(order, run.trail().profileVersion());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private ReturnedFile make(ImportResult run, ReturnedForm form, ReturnedOrder order) throws IOException {
        Path folder = settings.folder().resolve("uploads");
        Files.createDirectories(folder);
        forgetUnsent(folder);
        KeptFiles kept = new KeptFiles(settings.folder().resolve("imports"));
        Path target = Files.createTempFile(folder, PREFIX, form.ending());
        try (KeptFiles.Opened file = kept.open(run.id());
                ReadingRoom.Seat seat = ReadingRoom.OF_PROCESS.seat(file.path())) {
            seat.take(() -> {});
            write(run.id(), form, order, file.path(), target);
            return new ReturnedFile(target, name(run.fileName(), form), form.type());
        } catch (IOException | RuntimeException e) {
            Files.delete(target);
            throw e;
        } catch (SQLException e) {
            Files.delete(target);
            throw new StorageException(e);
        }
    }

    private void write(long id, ReturnedForm form, ReturnedOrder order, Path file, Path target)
            throws SQLException, IOException {
        FileLayout layout = order.setting().profile().layout();
        if (!order.readsAgain()) {
            form.write(file, layout, order, target);
            return;
        }
        OwnTransaction.in(database, connection -> {
            try (RowReasons untold = new IssueRows(connection).untold(id)) {
                form.write(file, layout, order.beyond(untold), target);
            }
            return target;
        });
    }

    /** What a client asked for and never fetched. */
    private void forgetUnsent(Path folder) throws IOException {
        Instant before = clock.instant().minus(KEPT);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String name(String fileName, ReturnedForm form) {
        int dot = fileName.lastIndexOf('.');
        return (dot > 0 ? fileName.substring(0, dot) : fileName) + "-errors" + form.ending();
    }
}
