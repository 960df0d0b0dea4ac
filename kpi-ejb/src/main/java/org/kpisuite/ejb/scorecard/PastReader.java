package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.Definitions;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.PlanPast;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Reads what the items of a draft came to in earlier quarters, in one query. Behind the boundaries. */
@ApplicationScoped
public class PastReader {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @EJB
    private CatalogueInForce catalogues;

    /** Values of the last four quarters by item key, those without data left out. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Map<String, List<BigDecimal>> of(Plan draft) {
        Catalogue catalogue = catalogues.get();
        OrgTree tree = directory.tree();
        PlanPast past = PlanPast.before(draft.period(), directory.today());
        FactNeeds needs = FactNeeds.of(
                Definitions.always(catalogue),
                List.of(draft),
                past.last(),
                past.last().endInclusive());
        FactQuery query = new FactQuery(
                tree.subtree(draft.unit()), needs.formulas(), List.of(needs.whole()), needs.byDay(), Scenario.AC);
        try (Connection connection = database.getConnection()) {
            Facts facts = new Facts(
                    draft.unit(),
                    new FactReader(connection, settings.calendar()).read(query, clock.instant()),
                    SourceOrder.NONE,
                    UnitShares.ALL);
            return past.of(draft, new ScorecardAssembler(catalogue, tree, facts, Map.of()));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
