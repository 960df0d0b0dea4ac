package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.FieldChange.NumberChange;
import org.kpisuite.domain.plan.FieldChange.TextChange;
import org.kpisuite.domain.quantity.UnitKind;

/** All that a plan says, field by field, in the order in which a difference is read: weight and targets first. */
final class PlanFields {
    static final String WEIGHT = "weight";

    /** The hash of a definition: of items from before it was kept nothing can be said about it. */
    static final String DEFINITION = "definition";

    static final Set<String> TARGETS = Set.of("target", "low", "high");

    private static final List<String> FIRST = List.of(
            WEIGHT,
            "target",
            "low",
            "high",
            "stretch",
            "floor",
            "lowFloor",
            "highFloor",
            "baseline",
            "floorScore",
            "cap",
            "goalValue",
            "coverageFactor",
            "gate.numerator",
            "gate.denominator",
            "gate.threshold",
            "gate.mode",
            "gate.cap",
            "gate.maturityDays",
            "gate.matureShareMin",
            "usage",
            "explains",
            "qualityPair",
            "goalLink");

    private static final Set<String> MARKS =
            Set.of("target", "low", "high", "stretch", "floor", "lowFloor", "highFloor", "baseline", "goalValue");

    private static final Set<String> RATIOS =
            Set.of("coverageFactor", "gate.threshold", "gate.matureShareMin", "gate.maturityDays");

    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    f -> FIRST.contains(f) ? FIRST.indexOf(f) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    private PlanFields() {}

    /** Whether it is in the unit of the indicator. */
    static boolean isMark(String field) {
        return MARKS.contains(field);
    }

    /** The unit of a number that is not in that of the indicator: a ratio, else points. */
    static UnitKind unit(String field) {
        return RATIOS.contains(field) || field.startsWith("children[") ? UnitKind.RATIO : UnitKind.POINTS;
    }

    /** What an item says; what it does not say is left out. */
    static Map<String, Object> of(PlanItem item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        item.content().forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((n, v) -> put(fields, name + "." + n, v));
            } else {
                put(fields, name, value);
            }
        });
        return fields;
    }

    /** What a plan says besides its items. */
    static Map<String, Object> of(PlanContent content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "businessStage", content.businessStage());
        content.children().forEach(c -> put(fields, "children[" + c.unit() + "]", c.weight()));
        Map<String, List<String>> talks = new TreeMap<>();
        content.consultations().forEach(c -> talks.computeIfAbsent(c.at() + " " + c.who(), k -> new ArrayList<>())
                .add(Objects.requireNonNullElse(c.outcome(), "")));
        talks.forEach((talk, outcomes) -> put(
                fields,
                "consultations[" + talk + "]",
                String.join("; ", outcomes.stream().sorted().toList())));
        Map<String, List<String>> answers = new TreeMap<>();
        content.answers().forEach(a -> answers.computeIfAbsent(
                        a.code() + (a.item() == null ? "" : " " + a.item()), k -> new ArrayList<>())
                .add(a.rationale()));
        answers.forEach((about, rationales) -> put(
                fields,
                "answers[" + about + "]",
                String.join("; ", rationales.stream().sorted().toList())));
        return fields;
    }

    /** All that a plan says: of an item by {@code LEADS.target}. */
    static Map<String, Object> all(PlanContent content) {
        Map<String, Object> all = of(content);
        content.items().forEach(item -> of(item).forEach((field, value) -> all.put(item.key() + "." + field, value)));
        return all;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value instanceof BigDecimal || value instanceof String) {
            fields.put(name, value);
        } else if (value instanceof Integer number) {
            fields.put(name, BigDecimal.valueOf(number));
        } else if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /** Where they differ. Numbers are compared by value: 100 is 100.0. */
    static List<FieldChange> changes(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new TreeSet<>(ORDER);
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(n -> !same(n, before.get(n), after.get(n)))
                .map(n -> change(n, before.get(n), after.get(n)))
                .toList();
    }

    private static boolean same(String name, @Nullable Object before, @Nullable Object after) {
        if (name.equals(DEFINITION) && (before == null || after == null)) {
            return true;
        }
        return (before instanceof BigDecimal b && after instanceof BigDecimal a)
                ? b.compareTo(a) == 0
                : Objects.equals(before, after);
    }

    private static FieldChange change(String name, @Nullable Object before, @Nullable Object after) {
        return before instanceof BigDecimal || after instanceof BigDecimal
                ? new NumberChange(name, (BigDecimal) before, (BigDecimal) after)
                : new TextChange(name, (String) before, (String) after);
    }
}
