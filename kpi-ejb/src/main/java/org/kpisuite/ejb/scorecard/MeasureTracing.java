package org.kpisuite.ejb.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;
import org.kpisuite.domain.scorecard.SourceCheck;
import org.kpisuite.ejb.actual.SourceRows;
import org.kpisuite.ejb.actual.StoredFact;

/** Puts the stored rows beside the measures of an explanation that they were read for. */
final class MeasureTracing {
    private final Catalogue catalogue;
    private final OrgTree tree;

    MeasureTracing(Catalogue catalogue, OrgTree tree) {
        this.catalogue = catalogue;
        this.tree = tree;
    }

    Trace of(Explanation explanation, Map<FactSlice, List<StoredFact>> rows) {
        Map<String, Trace.MeasureRows> found = new LinkedHashMap<>();
        for (Step root : explanation.traced()) {
            List<Step> measures = measures(root);
            String wanted = currency(measures, explanation.unit());
            measures.forEach(m -> found.computeIfAbsent(m.subject() + " " + m.days(), k -> traced(m, rows, wanted)));
        }
        boolean whole = rows.values().stream().mapToLong(List::size).sum() < SourceRows.ROWS_MAX;
        return new Trace(explanation, List.copyOf(found.values()), 0, whole);
    }

    private static List<Step> measures(Step step) {
        List<Step> found = new ArrayList<>();
        if (step.kind() == Kind.MEASURE) {
            found.add(step);
        }
        step.inputs().forEach(s -> found.addAll(measures(s)));
        return found;
    }

    private Trace.MeasureRows traced(Step measure, Map<FactSlice, List<StoredFact>> rows, String wanted) {
        Map<FactSlice, List<StoredFact>> own = new LinkedHashMap<>();
        measure.inputs().stream()
                .flatMap(u -> u.slices().stream())
                .forEach(s -> own.put(s, rows.getOrDefault(s, List.of())));
        List<SourceCheck.Taken> taken = own.entrySet().stream()
                .map(e -> new SourceCheck.Taken(
                        e.getKey(),
                        e.getValue().stream()
                                .map(f -> new SourceCheck.Row(f.period().days(), f.value()))
                                .toList()))
                .toList();
        SourceCheck check = SourceCheck.of(
                TimeAggregation.valueOf(measure.aggregation()),
                measure.value(),
                taken,
                isForeign(own.keySet(), wanted));
        return new Trace.MeasureRows(measure, SourceRows.ordered(own.values()), check);
    }

    /** The currency of the value: that of its money where they share one of their own, else the unit's. */
    private String currency(List<Step> measures, String unit) {
        Set<String> own = measures.stream()
                .flatMap(m -> m.inputs().stream())
                .flatMap(u -> u.slices().stream())
                .flatMap(s -> catalogue.measure(s.measure()).stream())
                .filter(m -> m.unitKind() == UnitKind.MONEY)
                .map(m -> m.ownCurrency().orElseGet(() -> tree.currency(unit)))
                .collect(Collectors.toSet());
        return own.size() == 1 ? own.iterator().next() : tree.currency(unit);
    }

    private boolean isForeign(Set<FactSlice> slices, String wanted) {
        return slices.stream().anyMatch(s -> catalogue
                .measure(s.measure())
                .filter(m -> m.unitKind() == UnitKind.MONEY)
                .map(m -> !currency(m, s.unit()).equals(wanted))
                .orElse(false));
    }

    private String currency(Measure measure, String unit) {
        return measure.ownCurrency().orElseGet(() -> tree.currency(unit));
    }
}
