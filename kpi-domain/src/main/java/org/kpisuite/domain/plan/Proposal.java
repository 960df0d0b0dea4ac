package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * A mark that the past proposes for an item; nothing is set by it until somebody takes it. Source: domain specification
 * §1.5, §4.6.
 *
 * @param item key of the item
 * @param field such as target
 * @param value in the unit of the indicator; percent as a fraction
 * @param basis what it rests on, in words
 */
public record Proposal(String item, String field, BigDecimal value, LocalizedText basis) {
    private static final Set<String> ENDS = Set.of("lowFloor", "highFloor");
    private static final Set<String> MEANS = Set.of("baseline", "target");
    private static final Set<String> GIVEN = Set.of("floorScore", "cap");

    /** What the last four quarters propose; nothing without a value in them. */
    public static List<Proposal> of(PlanItem item, Indicator indicator, History history) {
        List<Proposal> proposals = new ArrayList<>();
        HistoricMarks.of(indicator, history.recent()).values().forEach((field, value) -> {
            if (value != null && !GIVEN.contains(field)) {
                proposals.add(new Proposal(item.key(), field, value, basis(field, history)));
            }
        });
        return proposals;
    }

    private static LocalizedText basis(String field, History history) {
        if (MEANS.contains(field)) {
            LocalizedText quarters = LintSubject.counted(history.recent().size(), "quarters");
            String last = history.quarters()
                    .get(history.quarters().size() - 1)
                    .period()
                    .code();
            return LintSubject.sentence("proposal.mean", quarters, last);
        }
        return LintSubject.sentence(ENDS.contains(field) ? "proposal.fifth" : "proposal.tenth");
    }
}
