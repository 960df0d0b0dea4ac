package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * The rows of the file of an import, as they stand in it and as they were understood: for whoever looks at a file before
 * it is loaded, or at what came of it. Seen by whoever sees the import.
 */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
public class ImportRows {
    public static final int PAGE_MAX = 200;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @EJB
    private Imports imports;

    @EJB
    private ImportSettingInForce inForce;

    @EJB
    private ProfileWorkshop workshop;

    @Inject
    private Settings settings;

    /**
     * Records after that many of them, the header not counted.
     *
     * <p>Refuses E-NOT-FOUND, E-IMPORT-FILE where the file is no longer kept, and a file that cannot be read at all.
     */
    public RowPreview.Page page(long id, long skip, int limit) {
        return read(id, RowPreview.Wanted.after(skip, Math.min(limit, PAGE_MAX)));
    }

    /** The records of those rows. Likewise. */
    public RowPreview.Page rows(long id, Collection<Integer> rows) {
        return read(id, RowPreview.Wanted.of(Set.copyOf(rows)));
    }

    /** By which profiles the file of an import could be read. Refuses as above. */
    @RolesAllowed("CONTROLLER")
    public ProfileWorkshop.Guess guess(long id) {
        imports.get(id);
        try (KeptFiles.Opened file = new KeptFiles(settings.folder().resolve("imports")).open(id);
                InputStream body = Files.newInputStream(file.path())) {
            return workshop.guess(body);
        } catch (NoSuchFileException e) {
            throw new KpiException(Code.E_IMPORT_FILE, String.valueOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RowPreview.Page read(long id, RowPreview.Wanted wanted) {
        ImportResult run = imports.get(id);
        try (KeptFiles.Opened file = new KeptFiles(settings.folder().resolve("imports")).open(id)) {
            return RowPreview.read(file.path(), setting(run), wanted);
        } catch (NoSuchFileException e) {
            throw new KpiException(Code.E_IMPORT_FILE, String.valueOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportSetting setting(ImportResult run) {
        try (Connection connection = database.getConnection()) {
            return inForce.of(
                    new ImportRuns(connection).work(run.id()).orElseThrow().order(),
                    run.trail().profileVersion());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
