package org.kpisuite.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.ejb.plan.Plans;

/** Which part somebody took in a plan, so that another must decide it, in words. */
final class FourEyes {
    private final Plan plan;
    private final Set<String> heads;
    private final Reader reader;

    FourEyes(Plan plan, Set<String> heads, Reader reader) {
        this.plan = plan;
        this.heads = heads;
        this.reader = reader;
    }

    /** Empty for whoever may decide, and for whoever has no role that decides. */
    String obstacle(Plans plans, Set<PlanAction> actions, String login) {
        for (PlanAction decision : List.of(PlanAction.CHECK, PlanAction.APPROVE)) {
            if (plan.state().actions().contains(decision) && !actions.contains(decision)) {
                return plans.mandate(plan, decision)
                        .map(m -> parts(decision, login, m))
                        .orElse("");
            }
        }
        return "";
    }

    private String parts(PlanAction decision, String login, Mandate mandate) {
        List<String> parts = new ArrayList<>();
        addIf(parts, plan.editors().contains(login), "edited");
        if (decision == PlanAction.APPROVE) {
            addIf(parts, signed(PlanAction.SUBMIT, login), "submitted");
            addIf(parts, signed(PlanAction.CHECK, login), "checked");
            addIf(parts, heads.contains(login), "head");
        }
        addIf(parts, parts.isEmpty() && mandate.onBehalfOf() != null, "principal");
        return reader.text("plan.eyes.broken", String.join(", ", parts));
    }

    private void addIf(List<String> parts, boolean took, String part) {
        if (took) {
            parts.add(reader.text("plan.eyes." + part));
        }
    }

    private boolean signed(PlanAction meaning, String login) {
        return plan.signatures().stream()
                .anyMatch(s -> s.meaning() == meaning && s.people().contains(login));
    }
}
