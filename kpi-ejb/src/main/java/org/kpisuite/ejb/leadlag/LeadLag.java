package org.kpisuite.ejb.leadlag;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.storage.Migrations;

/** Tests of pairs in the units whose figures the caller may read: on demand, of what is known now. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class LeadLag {
    private static final int FORECASTS_MAX = 200;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private PairSource pairs;

    @Inject
    private Clock clock;

    @EJB
    private CatalogueInForce catalogues;

    @EJB
    private Caller caller;

    /**
     * The test of a pair in a unit, on its own periods or on those of another length.
     *
     * <p>Refuses E-NOT-FOUND for an unknown pair, and for a unit that the caller may not read.
     */
    public PairReading of(String code, String unit, Optional<Granularity> granularity, PairSource.Span span) {
        caller.requireReadable(unit);
        Pair pair = catalogues
                .history()
                .newest(Definition.Kind.PAIR, code)
                .map(e -> (Pair) e.definition())
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
        return pairs.one(unit, granularity.map(pair::by).orElse(pair), clock.instant(), span);
    }

    /** All pairs in force of which both sides are known in a unit. Refuses E-NOT-FOUND as above. */
    public List<PairReading> all(String unit) {
        caller.requireReadable(unit);
        return pairs.all(unit, clock.instant());
    }

    /** The pairs in force that an indicator takes part in, of which both sides are known in a unit. Refuses E-NOT-FOUND as above. */
    public List<PairReading> around(String unit, String indicator) {
        return all(unit).stream()
                .filter(p -> p.pair().leading().equals(indicator)
                        || p.pair().lagging().equals(indicator))
                .toList();
    }

    /** What stands out among all pairs that nobody has declared. Refuses E-NOT-FOUND as above. */
    public Discovery discover(String unit, Granularity granularity) {
        caller.requireReadable(unit);
        return pairs.discover(unit, granularity, clock.instant());
    }

    /**
     * How good the forecasts of a unit were, those of pairs first, then those that people made; pairs that never foretold
     * anything are left out. Refuses E-NOT-FOUND as above.
     */
    public List<ForecastAccuracy> forecasts(String unit) {
        List<ForecastAccuracy> accuracies = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            ForecastRows rows = new ForecastRows(connection);
            for (PairReading reading : all(unit)) {
                List<ToldForecast> told = rows.of(unit, reading.pair().code(), FORECASTS_MAX);
                if (!told.isEmpty()) {
                    accuracies.add(ForecastAccuracy.of(reading, told));
                }
            }
            accuracies.addAll(pairs.byHand(unit, clock.instant()));
            return accuracies;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
