package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Stored values with where they came from, for everybody who may read the figures of their unit. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Actuals {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @EJB
    private Caller caller;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private Settings settings;

    /** Of listed values those that do not count because another source comes first, each with the value that does. */
    public Map<StoredFact, StoredFact> alternatives(List<StoredFact> facts) {
        Catalogue catalogue = catalogues.get();
        return Alternatives.of(
                facts,
                measure ->
                        catalogue.measure(measure).map(Measure::sourcePriority).orElse(List.of()));
    }

    /** A page of values as of an instant, in the order of their key. Refuses E-NOT-FOUND for a unit not to be read. */
    public List<StoredFact> list(StoredFacts.Page page) {
        page.units().forEach(caller::requireReadable);
        try (Connection connection = database.getConnection()) {
            return new StoredFacts(connection, settings.calendar()).list(page);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /**
     * What a value of a source was through time, the last one first, as known at an instant. Refuses E-NOT-FOUND for a unit
     * not to be read, and where there is no such value.
     */
    public List<FactRevision> revisions(StoredFact.Key key, String source, Instant asOf) {
        caller.requireReadable(key.unit());
        try (Connection connection = database.getConnection()) {
            List<FactRevision> revisions = new FactRevisions(connection).of(key, source, asOf);
            if (revisions.isEmpty()) {
                throw new KpiException(
                        Code.E_NOT_FOUND, key.measure() + " " + key.period().code());
            }
            return revisions;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
