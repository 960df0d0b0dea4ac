package org.kpisuite.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one plan says otherwise than another: by the key of its items, whatever their order.
 *
 * <p>Nothing differs exactly where both have the same canonical content. Source: domain specification §4.4.
 *
 * @param items changed ones first, then added, then removed ones; those whose weight or target moved first, then the
 *     heaviest
 * @param others what differs besides: business stage, children, consultations, answers
 */
public record PlanDiff(List<ItemChange> items, List<FieldChange> others) {
    private static final Comparator<ItemChange> READING = Comparator.comparing(ItemChange::kind)
            .thenComparing(c -> !c.isOfWeight())
            .thenComparing(c -> c.item().weight(), Comparator.reverseOrder())
            .thenComparing(ItemChange::key);

    public PlanDiff {
        items = List.copyOf(items);
        others = List.copyOf(others);
    }

    public static PlanDiff of(PlanContent before, PlanContent after) {
        Map<String, PlanItem> was = byKey(before);
        Map<String, PlanItem> now = byKey(after);
        List<ItemChange> items = new ArrayList<>();
        was.forEach((key, item) -> {
            PlanItem later = now.get(key);
            List<FieldChange> fields =
                    PlanFields.changes(PlanFields.of(item), later == null ? Map.of() : PlanFields.of(later));
            if (!fields.isEmpty()) {
                items.add(new ItemChange(item, later, fields));
            }
        });
        now.forEach((key, item) -> {
            if (!was.containsKey(key)) {
                items.add(new ItemChange(null, item, PlanFields.changes(Map.of(), PlanFields.of(item))));
            }
        });
        items.sort(READING);
        return new PlanDiff(items, PlanFields.changes(PlanFields.of(before), PlanFields.of(after)));
    }

    private static Map<String, PlanItem> byKey(PlanContent content) {
        return content.items().stream().collect(Collectors.toMap(PlanItem::key, Function.identity()));
    }

    /**
     * The plan that a plan is compared with unless another is asked for: a revision with the one it is based on, a first one
     * with the plan in force in the quarter before; empty where there is none.
     *
     * @param ofUnit plans of the same unit
     */
    public static Optional<Plan> predecessor(Plan plan, Collection<Plan> ofUnit) {
        return ofUnit.stream()
                .filter(other -> plan.basedOn()
                        .map(id -> other.id() == id)
                        .orElseGet(() -> other.state().isInForce()
                                && other.period().equals(plan.period().previous())))
                .findFirst();
    }

    public boolean isEmpty() {
        return items.isEmpty() && others.isEmpty();
    }

    public List<ItemChange> items(ItemChange.Kind kind) {
        return items.stream().filter(i -> i.kind() == kind).toList();
    }
}
