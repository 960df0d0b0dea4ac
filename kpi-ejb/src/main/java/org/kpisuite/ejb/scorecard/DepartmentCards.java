package org.kpisuite.ejb.scorecard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.Grounds;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.actual.FactOverlay;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;
import org.kpisuite.ejb.actual.ReportedFacts;

/** Scorecards of many departments over facts that are read together, however many departments there are. */
final class DepartmentCards {
    private final Connection connection;
    private final Map<Known, FactNeeds> needs = new LinkedHashMap<>();

    /** Of departments at one instant, for one period. */
    DepartmentCards(Connection connection, List<Known> departments) {
        this.connection = connection;
        departments.forEach(known -> needs.put(known, known.needs()));
    }

    /** By what is known at their instant alone, with the scores of earlier periods. */
    Map<Known, Scorecard> read() throws SQLException {
        if (needs.isEmpty()) {
            return Map.of();
        }
        Map<Known, Known.Wanted> wanted = new LinkedHashMap<>();
        needs.forEach((known, n) -> wanted.put(known, known.wanted(n)));
        List<FactSlice> slices = slices(
                needs.keySet().iterator().next(),
                together(wanted.values().stream().map(Known.Wanted::facts).toList()));
        Map<Known, Scorecard> cards = new LinkedHashMap<>();
        wanted.forEach((known, own) -> cards.put(known, card(known, own, slices)));
        return cards;
    }

    private static FactQuery together(List<FactQuery> queries) {
        Set<String> units = new LinkedHashSet<>();
        Set<Set<FactSeries>> formulas = new LinkedHashSet<>();
        Set<DayRange> ranges = new LinkedHashSet<>();
        Set<DayRange> byDay = new LinkedHashSet<>();
        for (FactQuery query : queries) {
            units.addAll(query.units());
            formulas.addAll(query.formulas());
            ranges.addAll(query.ranges());
            byDay.addAll(query.byDay());
        }
        return new FactQuery(units, formulas, List.copyOf(ranges), List.copyOf(byDay), Scenario.AC);
    }

    private List<FactSlice> slices(Known any, FactQuery all) throws SQLException {
        ScorecardQuery query = any.query();
        FactOverlay reported = new ReportedFacts(connection).of(all, query.period(), query.asOf());
        return new FactReader(connection, any.company().rules().calendar())
                .read(all, query.asOf(), reported.under(query.whatIf()));
    }

    private Scorecard card(Known known, Known.Wanted own, List<FactSlice> all) {
        ScorecardQuery query = known.query();
        Set<String> units = Set.copyOf(own.facts().units());
        List<FactSlice> slices =
                all.stream().filter(s -> units.contains(s.unit())).toList();
        Grounds grounds = known.grounds(
                new Facts(query.unit(), slices, known.order(), own.shares()),
                needs.get(known).whole(),
                List.of());
        Scorecard card = new ScorecardAssembler(grounds)
                .assemble(
                        query.unit(),
                        query.period(),
                        query.asOf(),
                        known.company().zone(),
                        List.of());
        return card.with(Background.of(card, grounds));
    }
}
