package org.kpisuite.ejb.catalogue;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * The catalogue through time, shipped and recorded, in memory. Behind the boundaries.
 *
 * <p>Every call asks the table whether a version was added, by this node or another: one count. Only then are the versions
 * read anew.
 */
@Singleton
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CatalogueInForce {
    private static final CatalogueHistory SHIPPED = CatalogueHistory.shipped();

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    private volatile @Nullable Known known;

    private record Known(String mark, CatalogueHistory history) {}

    /** What holds today in the company's zone. */
    public Catalogue get() {
        return history().on(today());
    }

    /** All versions as they are known now. */
    public CatalogueHistory history() {
        try (Connection connection = database.getConnection()) {
            StoredVersions stored = new StoredVersions(connection);
            String mark = stored.mark();
            Known before = known;
            if (before == null || !before.mark.equals(mark)) {
                before = new Known(mark, SHIPPED.with(stored.all()));
                known = before;
            }
            return before.history;
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }

    /** Today in the company's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
