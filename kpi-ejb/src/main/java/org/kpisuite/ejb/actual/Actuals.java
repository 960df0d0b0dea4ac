package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.kpisuite.ejb.access.Caller;
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

    @Inject
    private Settings settings;

    /** A page of values as of an instant, in the order of their key. Refuses E-NOT-FOUND for a unit not to be read. */
    public List<StoredFact> list(StoredFacts.Page page) {
        page.units().forEach(caller::requireReadable);
        try (Connection connection = database.getConnection()) {
            return new StoredFacts(connection, settings.calendar()).list(page);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
