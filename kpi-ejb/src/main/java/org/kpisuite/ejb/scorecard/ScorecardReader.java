package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.Definitions;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;
import org.kpisuite.ejb.actual.Restatements;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Reads all that a scorecard needs, facts in one query, and has it assembled. Behind the boundaries. */
@ApplicationScoped
public class ScorecardReader {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Directory directory;

    @Inject
    private PlanStore plans;

    @Inject
    private Settings settings;

    @EJB
    private CatalogueInForce catalogues;

    /** The scorecard of a unit and a period as known at an instant. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Scorecard read(String unit, Period period, Instant asOf) {
        Catalogue catalogue = catalogues.get();
        OrgTree tree = directory.tree();
        tree.get(unit);
        ZoneId zone = settings.zone();
        Map<Period, Plan> inForce = plans.inForce(unit);
        LocalDate asOfDay = asOf.atZone(zone).toLocalDate().minusDays(1);
        FactNeeds needs = FactNeeds.of(Definitions.always(catalogue), inForce.values(), period, asOfDay);
        FactQuery query =
                new FactQuery(tree.subtree(unit), needs.formulas(), List.of(needs.whole()), needs.byDay(), Scenario.AC);
        try (Connection connection = database.getConnection()) {
            List<FactSlice> slices = new FactReader(connection).read(query, asOf);
            List<Scorecard.Restatement> restatements = new Restatements(connection, catalogue).of(query, period, asOf);
            return new ScorecardAssembler(
                            catalogue, tree, new Facts(unit, slices, SourceOrder.NONE, UnitShares.ALL), inForce)
                    .assemble(unit, period, asOf, zone, restatements);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
