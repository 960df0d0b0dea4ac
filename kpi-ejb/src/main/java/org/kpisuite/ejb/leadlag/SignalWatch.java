package org.kpisuite.ejb.leadlag;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Tells signals and forecasts of all units when facts, definitions or the day have changed. Any node may look, as often as it
 * likes: without a change nothing is read but the mark of the last look.
 */
@Stateless
@PermitAll
public class SignalWatch {
    private static final Logger LOG = Logger.getLogger(SignalWatch.class.getName());

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private PairSource pairs;

    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private Clock clock;

    /** Looks, and writes down what is new. */
    public void look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection()) {
            PairLog log = new PairLog(connection);
            if (log.take(definitions())) {
                AtomicInteger told = new AtomicInteger();
                List<String> units =
                        directory.tree().units().stream().map(OrgUnit::code).toList();
                PairSource.Taker taker = (unit, readings) -> told.addAndGet(log.record(unit, readings, now));
                if (catalogues.get().pairs().isEmpty()) {
                    for (String unit : units) {
                        taker.take(unit, List.of());
                    }
                } else {
                    pairs.each(units, now, taker);
                }
                LOG.log(Level.INFO, "{0} signals told", told);
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private String definitions() {
        CatalogueHistory history = catalogues.history();
        List<String> newest = Stream.of(Definition.Kind.values())
                .flatMap(kind -> history.newest(kind).stream())
                .map(e -> e.definition().code() + e.definition().version())
                .toList();
        String units = directory.tree().units().stream()
                .map(u -> u.code() + "<" + u.parent().orElse(""))
                .collect(Collectors.joining(","));
        return directory.today() + " " + newest.hashCode() + " " + units.hashCode();
    }
}
