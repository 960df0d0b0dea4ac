package org.kpisuite.domain.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.scorecard.GateInputs;
import org.kpisuite.domain.scorecard.Leaves;

/**
 * All base measures that a plan needs: those of its formulas, other indicators resolved, and of its gates, each with the
 * dimensions of its item. Source: domain specification §4.1, §5.6.
 */
public final class PlanNeeds {
    private record Series(String measure, String dims) {}

    private final Catalogue catalogue;
    private final Plan plan;
    private final Map<Series, Need> found = new LinkedHashMap<>();

    private PlanNeeds(Catalogue catalogue, Plan plan) {
        this.catalogue = catalogue;
        this.plan = plan;
    }

    /**
     * Each measure once for each of its dimensions, in the order of the plan.
     *
     * @param catalogue that the plan was signed with
     */
    public static List<Need> of(Plan plan, Catalogue catalogue) {
        PlanNeeds needs = new PlanNeeds(catalogue, plan);
        plan.items().forEach(needs::add);
        return List.copyOf(needs.found.values());
    }

    private void add(PlanItem item) {
        Optional<Indicator> indicator = item.definition(catalogue);
        indicator.ifPresent(i -> leaves(i.formula(), item).forEach(leaf -> add(item, i, leaf, 0)));
        indicator.flatMap(Indicator::weight).ifPresent(w -> add(item, indicator.get(), reference(w, item), 0));
        item.gate().ifPresent(gate -> add(item, indicator.orElse(null), gate));
    }

    private void add(PlanItem item, @Nullable Indicator indicator, Gate gate) {
        for (String code : List.of(gate.numerator(), gate.denominator())) {
            formula(code).ifPresent(f -> leaves(f, item).forEach(leaf -> add(item, indicator, leaf, 0)));
            GateInputs.matureOf(code)
                    .filter(mature -> catalogue.measure(mature).isPresent())
                    .ifPresent(mature -> add(item, indicator, reference(mature, item), gate.maturityDays()));
        }
    }

    private Optional<Formula> formula(String code) {
        return catalogue.measure(code).isPresent()
                ? Optional.of(new Formula.Reference(code, Map.of()))
                : catalogue.indicator(code).map(Indicator::formula);
    }

    private Set<Formula.Reference> leaves(Formula formula, PlanItem item) {
        return Leaves.of(catalogue, formula, item.dimensions());
    }

    private static Formula.Reference reference(String measure, PlanItem item) {
        return new Formula.Reference(measure, item.dimensions());
    }

    private void add(PlanItem item, @Nullable Indicator indicator, Formula.Reference leaf, int maturityDays) {
        Series series = new Series(leaf.code(), Dimensions.text(leaf.dimensions()));
        found.computeIfAbsent(series, s -> need(item, indicator, s, maturityDays));
        weightOf(leaf.code())
                .ifPresent(w ->
                        found.computeIfAbsent(new Series(w, series.dims), s -> need(item, indicator, s, maturityDays)));
    }

    private Optional<String> weightOf(String measure) {
        return catalogue.measure(measure).flatMap(Measure::weight);
    }

    private Need need(PlanItem item, @Nullable Indicator indicator, Series series, int maturityDays) {
        Optional<Indicator> known = Optional.ofNullable(indicator);
        return new Need(
                plan.unit(),
                plan.period(),
                item.key(),
                series.measure,
                series.dims,
                known.flatMap(Indicator::granularity).orElse(null),
                sources(item, known).findFirst().orElse(null),
                known.flatMap(Indicator::sourceLagDays).orElse(null),
                maturityDays,
                owners(item, known).findFirst().orElse(null));
    }

    /** What a plan says of its source is free text: only the code of a source can be asked for anything. */
    private Stream<String> sources(PlanItem item, Optional<Indicator> indicator) {
        List<String> named = new ArrayList<>();
        Optional.ofNullable(item.texts().get("dataSource")).map(String::strip).ifPresent(named::add);
        indicator.flatMap(Indicator::dataSource).ifPresent(named::add);
        return named.stream().filter(code -> catalogue.source(code).isPresent());
    }

    /** The steward answers for the data; where none is named, whoever answers for the value must see to it. */
    private static Stream<String> owners(PlanItem item, Optional<Indicator> indicator) {
        return Stream.of(
                        indicator.map(i -> i.terms().stewardship().steward()),
                        Optional.ofNullable(item.texts().get("owner")),
                        indicator.map(i -> i.terms().stewardship().owner()))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank());
    }
}
