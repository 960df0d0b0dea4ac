package org.kpisuite.ejb.feed;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.feed.FeedBook;
import org.kpisuite.domain.feed.FeedGrounds;
import org.kpisuite.domain.feed.FeedStatus;
import org.kpisuite.domain.feed.Need;
import org.kpisuite.domain.feed.PlanNeeds;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.RecordedDefinitions;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.CoverageReader;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Which data are in and who owes the rest, for everybody who may read the figures of the department. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class DataStatus {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @EJB
    private Caller caller;

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

    /** Today in the company's zone. */
    public LocalDate today() {
        return directory.today();
    }

    /** The quarter that is asked about where none is named: the one that runs. */
    public Period runningQuarter() {
        return settings.calendar().planQuarter(today());
    }

    /**
     * All feeds over a period, the late ones first: of one department and those below it, or of all that the caller may
     * read. Refuses E-NOT-FOUND for a department that the caller may not read.
     */
    public List<OwedFeed> list(Optional<String> unit, Period period) {
        unit.ifPresent(caller::requireReadable);
        OrgTree tree = directory.tree();
        Set<String> units = new LinkedHashSet<>(caller.readableUnits());
        unit.ifPresent(u -> units.retainAll(tree.subtree(u)));
        List<Need> needs = needs(tree, units, period);
        List<FeedStatus> found = new FeedBook(grounds(tree, units, needs, period)).on(units, period, today());
        return owed(found);
    }

    /** The needs of plans in force, also of the departments above: what they score is delivered below. */
    private List<Need> needs(OrgTree tree, Set<String> units, Period period) {
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

    private FeedGrounds grounds(OrgTree tree, Set<String> units, List<Need> needs, Period period) {
        DayRange range = new DayRange(period.start().minusDays(FeedBook.HABIT_DAYS), period.endInclusive());
        Collection<String> dims = needs.stream()
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

    private List<OwedFeed> owed(List<FeedStatus> found) {
        Map<String, List<String>> heads = new HashMap<>();
        return found.stream()
                .map(status -> {
                    Optional<String> owner = status.planned().map(Need::owner);
                    return new OwedFeed(
                            status,
                            owner.orElse(null),
                            owner.isPresent() ? List.of() : heads.computeIfAbsent(status.unit(), this::heads));
                })
                .toList();
    }

    private List<String> heads(String unit) {
        return directory.heads(unit).stream()
                .map(login -> directory.person(login).map(Person::name).orElse(login))
                .sorted()
                .toList();
    }
}
