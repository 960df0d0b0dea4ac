package org.kpisuite.ejb.scorecard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.ChildrenIndex;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.Definitions;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.Grounds;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.RecordedDefinitions;
import org.kpisuite.ejb.actual.FactOverlay;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;
import org.kpisuite.ejb.actual.ReportedFacts;
import org.kpisuite.ejb.settings.CompanySettings;

/**
 * What was known of a unit at the instant of a query, but for its facts; and the one way in which these are read, for a
 * scorecard, an explanation or the past of a draft.
 *
 * @param plans in force for the unit, by period
 * @param foretold by hand of the period of the query, by key of the line
 */
record Known(
        ScorecardQuery query,
        CatalogueHistory history,
        OrgHistory organisation,
        Map<Period, Plan> plans,
        ExchangeRates rates,
        CompanySettings company,
        Map<String, ManualForecast.Said> foretold) {

    /** Facts of the unit and all below it, and what was asked for. */
    record Read(FactQuery query, Facts facts) {}

    /** The same, if another plan had been in force for its quarter. */
    Known by(Plan plan) {
        Map<Period, Plan> others = new HashMap<>(plans);
        others.put(plan.period(), plan);
        return new Known(query, history, organisation, others, rates, company, foretold);
    }

    /** The same definitions, organisation, plans and settings, over the facts that are known at another instant. */
    Known at(Instant instant) {
        return new Known(query.at(instant), history, organisation, plans, rates, company, foretold);
    }

    /** What was known of another unit at the same instant, without what people foretell of it. */
    Known of(String unit, Map<Period, Plan> others) {
        return new Known(query.of(unit), history, organisation, others, rates, company, Map.of());
    }

    Catalogue catalogue() {
        return history.latest();
    }

    Definitions definitions() {
        return new RecordedDefinitions(history);
    }

    /** The definitions by which a line of the query is worked out: those that its plan was signed with. */
    Catalogue catalogueOf(String item) {
        return Optional.ofNullable(plans.get(query.period()))
                .filter(p -> p.item(item).isPresent())
                .map(definitions()::of)
                .orElseGet(() -> definitions().on(query.period().start()));
    }

    LocalDate lastDay() {
        return query.asOf().atZone(company.zone()).toLocalDate().minusDays(1);
    }

    /** Those of the company, unless the query compares otherwise. */
    CompanyRules rules() {
        return query.choices().comparisons().map(company.rules()::with).orElse(company.rules());
    }

    /** What the scorecard of the query needs. */
    FactNeeds needs() {
        return FactNeeds.of(definitions(), plans.values(), query.period(), lastDay(), rules());
    }

    /**
     * Reads the facts: of each unit what belonged here, of several sources the first in the order of the measure; of a
     * closed period what was reported, where later values came for history only.
     */
    Read read(Connection connection, FactNeeds needs) throws SQLException {
        Wanted wanted = wanted(needs);
        FactOverlay reported = new ReportedFacts(connection).of(wanted.facts, query.period(), query.asOf());
        return read(connection, wanted, reported.under(query.whatIf()));
    }

    /** The facts as series take them: what came for history only is in. */
    Read history(Connection connection, FactNeeds needs) throws SQLException {
        return read(connection, wanted(needs), query.whatIf());
    }

    private Read read(Connection connection, Wanted wanted, FactOverlay overlay) throws SQLException {
        List<FactSlice> slices =
                new FactReader(connection, company.rules().calendar()).read(wanted.facts, query.asOf(), overlay);
        return new Read(wanted.facts, new Facts(query.unit(), slices, order(), wanted.shares));
    }

    /** What must be read, and how much of it counts here. */
    record Wanted(FactQuery facts, UnitShares shares) {}

    Wanted wanted(FactNeeds needs) {
        boolean reported = query.isReported();
        DayRange whole = needs.whole();
        UnitShares shares = reported
                ? UnitShares.reported(organisation, query.unit(), whole)
                : UnitShares.restated(organisation, query.unit());
        Set<String> units = reported
                ? organisation.everBelow(query.unit(), whole)
                : organisation.shares(query.unit(), organisation.today()).keySet();
        FactNeeds cut = reported && shares.vary() ? needs.cutAt(organisation.changesWithin(whole)) : needs;
        return new Wanted(new FactQuery(units, cut.formulas(), List.of(cut.whole()), cut.byDay(), Scenario.AC), shares);
    }

    SourceOrder order() {
        Catalogue catalogue = catalogue();
        return measure ->
                catalogue.measure(measure).map(Measure::sourcePriority).orElse(List.of());
    }

    /** All that the numbers rest on. */
    Grounds grounds(Facts facts, DayRange whole, List<ChildrenIndex.Child> children) {
        return new Grounds(
                        definitions(),
                        organisation.latest(),
                        facts,
                        plans,
                        rates,
                        rules(),
                        query.choices().shown(),
                        basis(whole),
                        children)
                .foretelling(foretold);
    }

    private Grounds.Basis basis(DayRange whole) {
        if (!organisation.changedWithin(query.unit(), whole)) {
            return Grounds.Basis.UNCHANGED;
        }
        return query.isReported() ? Grounds.Basis.AS_REPORTED : Grounds.Basis.RESTATED;
    }
}
