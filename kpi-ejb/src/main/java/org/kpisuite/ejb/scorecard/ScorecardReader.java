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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.ChildrenIndex;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.Grounds;
import org.kpisuite.domain.scorecard.RecordedDefinitions;
import org.kpisuite.domain.scorecard.ScoreRules;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;
import org.kpisuite.ejb.actual.Restatements;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.organisation.RateStore;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Organisation;
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

    @Inject
    private RateStore rates;

    @EJB
    private CatalogueInForce catalogues;

    /** The scorecard of a unit and a period as known at an instant. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Scorecard read(String unit, Period period, Instant asOf) {
        return read(new ScorecardQuery(unit, period, asOf));
    }

    /** The scorecard of a query. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Scorecard read(ScorecardQuery query) {
        Known known = known(query);
        try (Connection connection = database.getConnection()) {
            List<FactSlice> slices = new FactReader(connection, settings.calendar()).read(known.facts, query.asOf());
            List<Scorecard.Restatement> restatements = new Restatements(
                            connection, known.catalogue(), settings.calendar())
                    .of(known.facts, query.period(), query.asOf());
            return new ScorecardAssembler(known.grounds(query.unit(), slices))
                    .assemble(query.unit(), query.period(), query.asOf(), settings.zone(), restatements);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** How one line of that scorecard came about; empty if there is no such line. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Optional<Explanation> explain(ScorecardQuery query, String item) {
        Known known = known(query);
        try (Connection connection = database.getConnection()) {
            List<FactSlice> slices = new FactReader(connection, settings.calendar()).read(known.facts, query.asOf());
            return new ScorecardAssembler(known.grounds(query.unit(), slices))
                    .explain(item, query.period(), query.asOf(), settings.zone());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** What was known at the instant of a query, but for the facts themselves. */
    private record Known(
            CatalogueHistory history,
            OrgHistory organisation,
            UnitShares shares,
            Map<Period, Plan> plans,
            ExchangeRates rates,
            WorkingDays workingDays,
            FactQuery facts,
            Optional<String> shown,
            Grounds.Basis basis,
            List<ChildrenIndex.Child> children) {

        Catalogue catalogue() {
            return history.latest();
        }

        Grounds grounds(String unit, List<FactSlice> slices) {
            Catalogue catalogue = catalogue();
            SourceOrder order = measure ->
                    catalogue.measure(measure).map(Measure::sourcePriority).orElse(List.of());
            return new Grounds(
                    new RecordedDefinitions(history),
                    organisation.latest(),
                    new Facts(unit, slices, order, shares),
                    plans,
                    rates,
                    workingDays,
                    ScoreRules.DEFAULT,
                    shown,
                    basis,
                    children);
        }
    }

    private Known known(ScorecardQuery query) {
        OrgHistory organisation = directory.history().knownAt(query.asOf());
        organisation.latest().get(query.unit());
        CatalogueHistory history = catalogues.history().knownAt(query.asOf());
        Map<Period, Plan> inForce = plans.inForce(query.unit(), query.asOf());
        LocalDate asOfDay = query.asOf().atZone(settings.zone()).toLocalDate().minusDays(1);
        FactNeeds needs = FactNeeds.of(new RecordedDefinitions(history), inForce.values(), query.period(), asOfDay);
        boolean reported = query.organisation() == Organisation.AS_REPORTED;
        UnitShares shares = reported
                ? UnitShares.reported(organisation, query.unit(), needs.whole())
                : UnitShares.restated(organisation, query.unit());
        Set<String> units = reported
                ? organisation.everBelow(query.unit(), needs.whole())
                : organisation.shares(query.unit(), organisation.today()).keySet();
        FactNeeds cut = reported && shares.vary() ? needs.cutAt(organisation.changesWithin(needs.whole())) : needs;
        FactQuery facts = new FactQuery(units, cut.formulas(), List.of(cut.whole()), cut.byDay(), Scenario.AC);
        return new Known(
                history,
                organisation,
                shares,
                inForce,
                rates(query.asOf()),
                settings.workingDays(),
                facts,
                query.shown(),
                basis(query, organisation, needs.whole()),
                children(query, inForce));
    }

    private static Grounds.Basis basis(ScorecardQuery query, OrgHistory organisation, DayRange whole) {
        if (!organisation.changedWithin(query.unit(), whole)) {
            return Grounds.Basis.UNCHANGED;
        }
        return query.organisation() == Organisation.AS_REPORTED ? Grounds.Basis.AS_REPORTED : Grounds.Basis.RESTATED;
    }

    /** The scores of the departments that the plan weighs; those below them do not matter here. */
    private List<ChildrenIndex.Child> children(ScorecardQuery query, Map<Period, Plan> inForce) {
        return Optional.ofNullable(inForce.get(query.period())).map(Plan::children).orElse(List.of()).stream()
                .map(child -> new ChildrenIndex.Child(
                        child.unit(),
                        child.weight(),
                        read(query.of(child.unit())).score()))
                .toList();
    }

    private ExchangeRates rates(Instant asOf) {
        return new ExchangeRates(
                settings.currency(),
                rates.knownAt(asOf).stream().map(RateStore.Versioned::rate).toList());
    }
}
