package org.kpisuite.ejb.feed;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.feed.FeedBook;
import org.kpisuite.domain.feed.FeedGrounds;
import org.kpisuite.domain.feed.Need;
import org.kpisuite.domain.feed.PlanNeeds;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.RecordedDefinitions;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.CoverageReader;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Reads all that says who owes which data. Behind the boundaries: it asks nobody who is asking. */
@ApplicationScoped
public class FeedGroundsReader {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private PlanStore plans;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The grounds for some departments and a period, by the plans that are in force now. */
    FeedGrounds read(Collection<String> units, Period period) {
        OrgTree tree = directory.tree();
        List<Need> needs = needs(tree, units, period);
        DayRange range = new DayRange(period.start().minusDays(FeedBook.HABIT_DAYS), period.endInclusive());
        List<String> dims = needs.stream()
                .map(Need::dims)
                .filter(d -> !d.isEmpty())
                .distinct()
                .toList();
        try (Connection connection = database.getConnection()) {
            CoverageReader reader = new CoverageReader(connection, settings.calendar());
            return new FeedGrounds(
                    catalogues.get(),
                    tree,
                    settings.workingDays(),
                    needs,
                    reader.of(units, range),
                    dims.isEmpty() ? Set.of() : reader.slices(units, dims));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The needs of plans in force, also of the departments above: what they score is delivered below. */
    private List<Need> needs(OrgTree tree, Collection<String> units, Period period) {
        Set<String> withAbove = new LinkedHashSet<>(units);
        units.forEach(u -> tree.path(u).stream().map(OrgUnit::code).forEach(withAbove::add));
        RecordedDefinitions definitions = new RecordedDefinitions(catalogues.history());
        return plans.inForce(withAbove, quarters(period), clock.instant()).stream()
                .flatMap(p -> PlanNeeds.of(p, definitions.of(p)).stream())
                .toList();
    }

    private List<Period> quarters(Period period) {
        List<Period> quarters = new ArrayList<>();
        for (Period q = settings.calendar().planQuarter(period.start());
                !q.start().isAfter(period.endInclusive());
                q = q.plus(1)) {
            quarters.add(q);
        }
        return quarters;
    }
}
