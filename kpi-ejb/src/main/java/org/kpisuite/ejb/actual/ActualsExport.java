package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;
import org.kpisuite.reports.workbook.FactLine;
import org.kpisuite.reports.workbook.FactText;
import org.kpisuite.reports.workbook.FactWorkbook;

/** Stored values as a file, as many as there are, for everybody who may read the figures of their unit. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class ActualsExport {
    private static final int BUFFER = 1 << 16;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @EJB
    private Caller caller;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    /**
     * What is wanted.
     *
     * @param unit its own rows; all units that the caller may read without one
     * @param measure all of them without one
     * @param dims exactly these dimensions; null for all rows, total and parts
     */
    public record Wanted(
            Optional<String> unit,
            Optional<String> measure,
            DayRange range,
            @Nullable Map<String, String> dims,
            Instant asOf) {}

    /**
     * Values as of an instant, in the order of their key. The transaction is what lets the database hand them over in
     * portions. Refuses E-NOT-FOUND for a unit not to be read.
     */
    public ReturnedFile file(Wanted wanted, ReturnedForm form) {
        wanted.unit().ifPresent(caller::requireReadable);
        Collection<String> units =
                wanted.unit().<Collection<String>>map(List::of).orElseGet(caller::readableUnits);
        StoredFacts.Selection selection = new StoredFacts.Selection(
                units, wanted.measure().map(List::of).orElse(List.of()), wanted.range(), wanted.dims(), wanted.asOf());
        try {
            return make(selection, form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReturnedFile make(StoredFacts.Selection selection, ReturnedForm form) throws IOException {
        Path folder = settings.folder().resolve("uploads");
        Files.createDirectories(folder);
        Path target = Files.createTempFile(folder, ReturnedFiles.PREFIX, form.ending());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
            write(selection, form, out);
            return new ReturnedFile(target, "actuals" + form.ending(), form.type());
        } catch (IOException | RuntimeException e) {
            Files.delete(target);
            throw e;
        }
    }

    private void write(StoredFacts.Selection selection, ReturnedForm form, OutputStream out) {
        switch (form) {
            case XLSX -> FactWorkbook.write(to -> each(selection, to), out);
            case CSV -> FactText.write(to -> each(selection, to), out);
        }
    }

    private void each(StoredFacts.Selection selection, Consumer<FactLine> to) {
        Catalogue catalogue = catalogues.get();
        OrgTree tree = directory.tree();
        try (Connection connection = database.getConnection()) {
            new StoredFacts(connection, settings.calendar())
                    .each(selection, fact -> to.accept(fact.line(currency(fact, catalogue, tree))));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static String currency(StoredFact fact, Catalogue catalogue, OrgTree tree) {
        return catalogue
                .measure(fact.measure())
                .filter(m -> m.unitKind() == UnitKind.MONEY)
                .map(m -> m.ownCurrency().orElseGet(() -> tree.currency(fact.unit())))
                .orElse("");
    }
}
