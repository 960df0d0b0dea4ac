package org.kpisuite.web.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** What was refused of a form, each sentence beside its field; what belongs to no field stands above the form. */
public class Findings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<Code> NAMING_THE_FIELD = Set.of(Code.E_FIELD_VALUE, Code.E_FIELD_MISSING);

    private final HashMap<String, ArrayList<String>> byField = new HashMap<>();
    private final ArrayList<String> others = new ArrayList<>();

    /** The fields that the form has, by the name under which a refusal may come, with their labels. */
    public record Fields(Map<String, String> names, Map<String, String> labels) {}

    void clear() {
        byField.clear();
        others.clear();
    }

    void clear(String field) {
        byField.remove(field);
    }

    void add(Collection<Refusal> refusals, Fields fields, Locale locale) {
        refusals.forEach(r -> add(r, fields, locale));
    }

    private void add(Refusal refusal, Fields fields, Locale locale) {
        String column = column(refusal);
        String field = fields.names().getOrDefault(column, column);
        String label = fields.labels().get(field);
        if (label == null) {
            String sentence = refusal.message(locale);
            others.add(column.isEmpty() || sentence.contains(column) ? sentence : column + ": " + sentence);
        } else {
            add(field, named(refusal, label).message(locale));
        }
    }

    void add(String field, String sentence) {
        List<String> found = byField.computeIfAbsent(field, f -> new ArrayList<>());
        if (!found.contains(sentence)) {
            found.add(sentence);
        }
    }

    private static String column(Refusal refusal) {
        if (refusal.column() != null) {
            return refusal.column();
        }
        return NAMING_THE_FIELD.contains(refusal.code())
                ? refusal.arguments().get(0)
                : refusal.code().text();
    }

    /** The same refusal, which names the field as the form does. */
    private static Refusal named(Refusal refusal, String label) {
        if (!NAMING_THE_FIELD.contains(refusal.code())) {
            return refusal;
        }
        List<String> arguments = new ArrayList<>(refusal.arguments());
        arguments.set(0, "«" + label + "»");
        return new Refusal(
                refusal.code(), refusal.row(), refusal.column(), refusal.value(), refusal.suggestion(), arguments);
    }

    /** The sentences beside a field. */
    public List<String> of(String field) {
        return byField.getOrDefault(field, new ArrayList<>());
    }

    public boolean isWrong(String field) {
        return byField.containsKey(field);
    }

    /** The sentences that belong to no field. */
    public List<String> getOthers() {
        return others;
    }

    /** How many sentences there are in all. */
    public int getCount() {
        return others.size() + byField.values().stream().mapToInt(List::size).sum();
    }
}
