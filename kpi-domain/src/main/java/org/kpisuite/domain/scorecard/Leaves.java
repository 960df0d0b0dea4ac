package org.kpisuite.domain.scorecard;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;

/** The measures that a formula comes down to, other indicators resolved, each with all dimensions that narrow it. */
public final class Leaves {
    private Leaves() {}

    /** Measures in reading order, narrowed by the dimensions of an item. */
    public static Set<Formula.Reference> of(Catalogue catalogue, Formula formula, Map<String, String> dimensions) {
        Set<Formula.Reference> found = new LinkedHashSet<>();
        for (Formula.Reference reference : formula.references()) {
            Formula.Reference leaf = reference.within(dimensions);
            if (catalogue.measure(reference.code()).isPresent()) {
                found.add(leaf);
            } else {
                Formula inner =
                        catalogue.indicator(reference.code()).orElseThrow().formula();
                found.addAll(of(catalogue, inner, leaf.dimensions()));
            }
        }
        return found;
    }
}
