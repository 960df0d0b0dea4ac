package org.kpisuite.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * What figures say of the items of a plan at its end. Source: domain specification §1.4 (R24), §5.5.
 *
 * @param missing keys of scored items without a value
 * @param idle keys of red items about which nobody does anything: without an action on the scorecard
 */
public record Closing(Set<String> missing, Set<String> idle) {
    /** Where everything came and nothing is red. */
    public static final Closing SETTLED = new Closing(Set.of(), Set.of());

    public Closing {
        missing = Set.copyOf(missing);
        idle = Set.copyOf(idle);
    }

    /** All that is in the way of the end: wrong decisions, items without one, red items without an action. */
    List<Refusal> wrong(List<ClosingDecision> decided) {
        List<Refusal> wrong = new ArrayList<>(ClosingDecision.wrong(decided, missing));
        new TreeSet<>(idle).forEach(item -> wrong.add(Refusal.ofField(Code.E_ACTION_MISSING, item, null, item)));
        return wrong;
    }
}
