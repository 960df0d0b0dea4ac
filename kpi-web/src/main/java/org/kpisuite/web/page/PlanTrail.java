package org.kpisuite.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.Signature;

/** The path of a plan: who signed what, and what comes next. */
final class PlanTrail {
    private final Plan plan;
    private final PlanSheet.Facts facts;
    private final Reader reader;

    PlanTrail(Plan plan, PlanSheet.Facts facts, Reader reader) {
        this.plan = plan;
        this.facts = facts;
        this.reader = reader;
    }

    /** One step of the path. */
    public record Step(String name, String by, String comment, String kind) {}

    /**
     * All steps.
     *
     * @param mine whether the next one is that of the reader
     * @param due until when the next one is to be done, in words; empty where nothing is due
     */
    List<Step> steps(boolean mine, String due) {
        List<Step> steps = new ArrayList<>();
        for (Signature s : plan.signatures()) {
            steps.add(new Step(
                    reader.text("step." + s.meaning().name()),
                    by(s),
                    s.comment().orElse(""),
                    ""));
        }
        next(plan.state(), mine, due).ifPresent(steps::add);
        if (plan.state() == PlanState.CHECKED || plan.state() == PlanState.APPROVED) {
            steps.add(
                    new Step(reader.text("step.active", reader.day(plan.period().start())), "", "", "fut"));
        }
        return steps;
    }

    private String by(Signature signature) {
        String signer = facts.name(signature.signer());
        String whole = signature
                .onBehalfOf()
                .map(o -> reader.text("step.for", signer, facts.name(o)))
                .orElse(signer);
        String method = signature.authMethod().equals("PASSWORD") ? "" : " · " + signature.authMethod();
        return reader.shortInstant(signature.signedAt()) + " · " + whole + method;
    }

    private Optional<Step> next(PlanState state, boolean mine, String due) {
        return switch (state) {
            case DRAFT, RETURNED -> Optional.of(next("step.next.submit", mine, due));
            case SUBMITTED -> Optional.of(next("step.next.check", mine, due));
            case CHECKED -> Optional.of(next("step.next.decide", mine, due));
            case APPROVED, ACTIVE, SUPERSEDED, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private Step next(String key, boolean mine, String due) {
        String who = reader.text(mine ? "step.you" : key + ".who");
        return new Step(reader.text(key), due.isEmpty() ? who : who + ", " + due, "", "now");
    }
}
