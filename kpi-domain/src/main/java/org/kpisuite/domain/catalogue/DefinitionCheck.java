package org.kpisuite.domain.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Nearest;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.UnitKind;

/** Finds everything in a definition that does not go with the rest of the catalogue. */
final class DefinitionCheck {
    private final Catalogue catalogue;
    private final List<Refusal> found = new ArrayList<>();

    DefinitionCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Refusal> of(Definition definition) {
        if (definition instanceof Indicator indicator) {
            check(indicator);
        } else if (definition instanceof Measure measure) {
            check(measure);
        } else if (definition instanceof Pair pair) {
            checkSide("leading", pair.leading(), Nature.LEAD);
            checkSide("lagging", pair.lagging(), Nature.LAG);
        }
        return List.copyOf(found);
    }

    private void check(Measure measure) {
        checkWeight(measure.aggregation());
        measure.sourcePriority().forEach(s -> checkSource("sourcePriority", s));
        boolean hidesAnother = catalogue
                .indicator(measure.code())
                .filter(i -> !i.formula().toString().equals(measure.code()))
                .isPresent();
        if (hidesAnother) {
            refuse("code", measure.code(), "≠ " + Definition.Kind.INDICATOR);
        }
    }

    private void check(Indicator indicator) {
        List<Refusal> formula = new FormulaCheck(catalogue).of(indicator);
        found.addAll(formula);
        checkWeight(indicator.aggregation());
        checkSource("dataSource", indicator.terms().feed().dataSource());
        boolean averagesRatios = indicator.formula().isQuotient()
                && (indicator.timeAggregation() == TimeAggregation.SUM
                        || indicator.orgAggregation() == OrgAggregation.SUM);
        if (averagesRatios) {
            refuse("timeAggregation", indicator.timeAggregation(), TimeAggregation.RATIO_OF_SUMS);
        }
        if (formula.isEmpty()) {
            checkMissingPolicy(indicator);
        }
    }

    /** A policy must have a measure to act on. */
    private void checkMissingPolicy(Indicator indicator) {
        Collection<Measure> measures = catalogue.measuresOf(indicator).stream()
                .map(m -> catalogue.measure(m).orElseThrow())
                .toList();
        MissingPolicy policy = indicator.missingPolicy();
        Predicate<Measure> acts = policy instanceof MissingPolicy.Carry
                ? m -> m.kind() == MeasureKind.STOCK
                : m -> m.kind() == MeasureKind.FLOW && m.unitKind() == UnitKind.COUNT;
        if (!(policy instanceof MissingPolicy.None) && measures.stream().noneMatch(acts)) {
            refuse("missingPolicy", policy, "NULL; CARRY(n): STOCK; ZERO: FLOW, COUNT");
        }
    }

    private void checkWeight(Aggregation aggregation) {
        aggregation.weightCode().ifPresent(weight -> {
            Optional<Measure> measure = catalogue.measure(weight).filter(m -> m.kind() == MeasureKind.FLOW);
            if (measure.isEmpty()) {
                Set<String> flows = catalogue.measures().stream()
                        .filter(m -> m.kind() == MeasureKind.FLOW)
                        .map(Measure::code)
                        .collect(Collectors.toSet());
                String nearest =
                        Nearest.to(weight, flows).map(n -> "WAVG(" + n + ")").orElse("WAVG(MEASURE): FLOW");
                refuse("timeAggregation", aggregation.timeText(), nearest);
            }
        });
    }

    private void checkSource(String field, @Nullable String code) {
        if (code != null && catalogue.source(code).isEmpty()) {
            Set<String> known = catalogue.sources().stream().map(Source::code).collect(Collectors.toSet());
            found.add(Refusal.ofField(Code.E_SOURCE_UNKNOWN, field, code, code)
                    .suggesting(Nearest.to(code, known).orElse(null)));
        }
    }

    private void checkSide(String field, String code, Nature nature) {
        Optional<Indicator> indicator = catalogue.indicator(code);
        Set<String> fitting = catalogue.indicators().stream()
                .filter(i -> i.nature() == nature)
                .map(Indicator::code)
                .collect(Collectors.toSet());
        if (indicator.isEmpty() || indicator.get().nature() != nature) {
            refuse(field, code, Nearest.to(code, fitting).orElse(nature.name()));
        }
    }

    private void refuse(String field, Object given, Object instead) {
        String value = given.toString();
        found.add(Refusal.ofField(Code.E_FIELD_VALUE, field, value, field, value, instead.toString()));
    }
}
