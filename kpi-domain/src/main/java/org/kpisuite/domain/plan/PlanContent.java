package org.kpisuite.domain.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.organisation.OrgTree;

/**
 * What the authors of a plan write.
 *
 * @param children departments below that make the index of the children; empty for none
 */
public record PlanContent(@Nullable String businessStage, List<PlanItem> items, List<ChildWeight> children) {
    /** Nothing written yet. */
    public static final PlanContent EMPTY = new PlanContent(null, List.of(), List.of());

    /**
     * Checks and holds it.
     *
     * @throws KpiException E-LIMIT beyond {@link Plan#ITEMS_MAX}, E-ITEM-TWICE for an indicator or a department that
     *     stands twice
     */
    public PlanContent {
        items = List.copyOf(items);
        children = List.copyOf(children);
        if (items.size() > Plan.ITEMS_MAX) {
            throw new KpiException(Code.E_LIMIT, items.size() + " items", String.valueOf(Plan.ITEMS_MAX));
        }
        List<String> keys = new ArrayList<>();
        items.forEach(i -> keys.add(i.key()));
        refuseTwice(keys);
        refuseTwice(children.stream().map(ChildWeight::unit).toList());
    }

    private static void refuseTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new KpiException(Code.E_ITEM_TWICE, name);
            }
        }
    }

    /**
     * Refuses all children that do not stand directly below a unit: E-FIELD-VALUE.
     *
     * @param unit whose plan it is
     */
    public void requireChildrenOf(String unit, OrgTree tree) {
        List<String> below = tree.units().stream()
                .filter(u -> u.parent().filter(unit::equals).isPresent())
                .map(u -> u.code())
                .sorted()
                .toList();
        List<Refusal> strangers = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            String child = children.get(i).unit();
            if (!below.contains(child)) {
                String field = "children[" + i + "].unit";
                String possible = below.isEmpty() ? "[]" : String.join(", ", below);
                strangers.add(Refusal.ofField(Code.E_FIELD_VALUE, field, child, field, child, possible));
            }
        }
        if (!strangers.isEmpty()) {
            throw new KpiException(strangers);
        }
    }
}
