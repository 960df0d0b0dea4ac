package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.WorkingDays;

/**
 * What is known beside a plan itself, for the rules that compare it with the past (domain specification §4.7).
 *
 * @param items what each item came to, by its key; rules about the past are silent on items that are not in it
 * @param before the plan in force a quarter before; empty if there was none
 * @param stage at which the business of the unit is; empty where nobody has said
 */
public record LintEvidence(
        WorkingDays workingDays, Map<String, Past> items, Optional<Before> before, Optional<String> stage) {
    /** Nothing: only the plan and the catalogue speak. */
    public static final LintEvidence NONE =
            new LintEvidence(WorkingDays.MONDAY_TO_FRIDAY, Map.of(), Optional.empty(), Optional.empty());

    public LintEvidence {
        items = Map.copyOf(items);
    }

    /**
     * The past of one item.
     *
     * @param months values of the last months, oldest first, all items alike; null for a month without one
     * @param gate how the measures of its gate came, by their codes; empty without a gate
     */
    public record Past(
            History history, List<@Nullable BigDecimal> months, Delivery delivery, Map<String, Delivery> gate) {
        public Past {
            months = Collections.unmodifiableList(months);
            gate = Map.copyOf(gate);
        }
    }

    /** A plan before: its stage, and the keys of what it scored. */
    public record Before(@Nullable String businessStage, Set<String> scored) {
        public static Before of(Plan plan) {
            return new Before(plan.businessStage().orElse(null), PlanLint.scoredKeys(plan.items()));
        }
    }

    Optional<Past> past(PlanItem item) {
        return Optional.ofNullable(items.get(item.key()));
    }
}
