package org.kpisuite.domain.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * The one text of what a plan says: what is hashed and signed (domain specification §4.5).
 *
 * <p>Lists are in an order of their own, whatever order they were written in, and what a plan has none of is left out:
 * so a plan signed before a field existed still has its hash.
 */
final class PlanDocument {
    private static final Comparator<Answer> ANSWERS = Comparator.comparing(Answer::code)
            .thenComparing(a -> Objects.requireNonNullElse(a.item(), ""))
            .thenComparing(a -> a.finding().orElse(""));

    private PlanDocument() {}

    static String of(Plan plan) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("unit", plan.unit());
        document.put("period", plan.period().key());
        document.put("revision", plan.revision());
        document.put("businessStage", plan.businessStage().orElse(null));
        document.put(
                "items",
                sorted(
                        plan.items(),
                        Comparator.comparing(PlanItem::indicator).thenComparing(PlanItem::dims),
                        PlanItem::content));
        putIfAny(
                document,
                "children",
                sorted(plan.children(), Comparator.comparing(ChildWeight::unit), ChildWeight::content));
        putIfAny(
                document,
                "consultations",
                sorted(
                        plan.consultations(),
                        Comparator.comparing(Consultation::at)
                                .thenComparing(Consultation::who)
                                .thenComparing(c -> Objects.requireNonNullElse(c.outcome(), "")),
                        Consultation::content));
        putIfAny(document, "answers", sorted(plan.answers(), ANSWERS, Answer::content));
        return CanonicalJson.of(document);
    }

    /** What the lint found, in an order of its own, and how it was answered. */
    static String lintReport(List<Finding> findings, List<Answer> answers) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put(
                "findings",
                sorted(
                        findings,
                        Comparator.comparing(Finding::code)
                                .thenComparing(f -> Objects.requireNonNullElse(f.item(), ""))
                                .thenComparing(f -> f.message().en()),
                        PlanDocument::content));
        report.put("answers", sorted(answers, ANSWERS, Answer::content));
        return CanonicalJson.of(report);
    }

    private static Map<String, @Nullable Object> content(Finding finding) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("code", finding.code());
        content.put("severity", finding.severity());
        content.put("item", finding.item());
        content.put("field", finding.field());
        content.put("en", finding.message().en());
        content.put("ru", finding.message().ru());
        return content;
    }

    private static <T> List<Object> sorted(List<T> list, Comparator<T> order, Function<T, Object> content) {
        return list.stream().sorted(order).map(content).toList();
    }

    private static void putIfAny(Map<String, @Nullable Object> document, String name, List<Object> list) {
        if (!list.isEmpty()) {
            document.put(name, list);
        }
    }
}
