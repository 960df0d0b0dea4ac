package org.kpisuite.web.page;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the plan editor as it is shown: what is typed, and what figures and the lint say about it.
 *
 * @param offer the marks that the past proposes where nobody has set any; empty for none
 */
public record EditorLine(
        DraftItem item,
        String nature,
        EditorPast past,
        String offer,
        String control,
        String goal,
        String explains,
        String gate,
        List<Remark> remarks,
        Set<String> wrong) {
    public EditorLine {
        remarks = List.copyOf(remarks);
        wrong = Set.copyOf(wrong);
    }

    /**
     * A finding under a line, or under the table.
     *
     * @param code of the rule; empty for what cannot be read
     * @param kind e for an error, w for a warning, i for a remark
     * @param key under which its answer is kept
     * @param field that it speaks of
     * @param restore what the field held when nothing was wrong; empty for nothing
     * @param stale key of what was answered when the rule said something else; empty for nothing
     */
    public record Remark(
            String code,
            String sentence,
            String kind,
            String key,
            boolean answered,
            String field,
            String restore,
            String stale) {
        public boolean isError() {
            return kind.equals("e");
        }

        public boolean isWarning() {
            return kind.equals("w");
        }

        /** Whether it speaks of the plan as a whole. */
        public boolean whole() {
            return key.contains(DraftPlan.AT + DraftPlan.AT);
        }

        /** Whether it stands in the way of submitting. */
        public boolean isOpen() {
            return isError() || (isWarning() && !answered);
        }
    }

    /** The class of a field: its border tells that it is wrong. */
    public String look(String field) {
        return "in n" + (wrong.contains(field) ? " err" : "");
    }

    /** For readers: a field is wrong; null if it is not. */
    public @Nullable String invalid(String field) {
        return wrong.contains(field) ? "true" : null;
    }

    public boolean isFaulty() {
        return remarks.stream().anyMatch(Remark::isError);
    }
}
