package org.kpisuite.ejb.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.plan.Adjustment;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * A step in the life of a plan as the audit tells it: where it stands, the hash of its content and of its last signature,
 * and what it says. Of what it says, a step tells what it changed; the first one and each submission tell all of it.
 */
final class PlanDeed {
    static final String KIND = "plan";

    /** The hash of the last signature: what the audit, which cannot be cut short, knows of the end of the chain. */
    static final String SIGNATURE = "signature";

    private static final Set<String> ALWAYS = Set.of("state", "revision", "hash", SIGNATURE);
    private static final Set<AuditAction> WHOLE = Set.of(AuditAction.CREATE, AuditAction.REVISE, AuditAction.SUBMIT);

    private final Map<String, Object> before;

    private PlanDeed(Map<String, Object> before) {
        this.before = before;
    }

    /** A step that begins at how a plan stands now. */
    static PlanDeed from(Plan plan) {
        return new PlanDeed(told(plan));
    }

    /** A step that begins at nothing. */
    static PlanDeed fromNothing() {
        return new PlanDeed(Map.of());
    }

    /** What came of it, by whoever acted in that mandate; null for a job. */
    Deed to(AuditAction action, Plan plan, @Nullable Mandate mandate) {
        Map<String, Object> after = told(plan);
        Map<String, Object> shown = WHOLE.contains(action) ? after : otherwise(after, before);
        Deed deed = in(plan, action).to(shown);
        if (!before.isEmpty()) {
            deed = deed.from(otherwise(before, after));
        }
        return mandate == null ? deed.by(Deed.SYSTEM) : actingFor(deed, mandate);
    }

    /** Something said about a plan, or settled; before is what was there, empty for something new. */
    static Deed talk(AuditAction action, Plan plan, Map<String, Object> before, PlanComment comment, Mandate mandate) {
        Deed deed = in(plan, action).to(told(comment));
        return actingFor(before.isEmpty() ? deed : deed.from(before), mandate);
    }

    private static Deed in(Plan plan, AuditAction action) {
        return Deed.of(action, KIND, plan.id()).in(plan.unit());
    }

    private static Deed actingFor(Deed deed, Mandate mandate) {
        return mandate.onBehalfOf() == null ? deed : deed.onBehalfOf(mandate.onBehalfOf());
    }

    /** What one says and the other does not; numbers are compared by value. */
    private static Map<String, Object> otherwise(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> differing = new LinkedHashMap<>(one);
        differing
                .entrySet()
                .removeIf(
                        e -> !ALWAYS.contains(e.getKey()) && text(e.getValue()).equals(text(other.get(e.getKey()))));
        return differing;
    }

    private static String text(@Nullable Object value) {
        return CanonicalJson.of(Optional.ofNullable(value));
    }

    private static Map<String, Object> told(Plan plan) {
        Map<String, Object> told = new LinkedHashMap<>(plan.written().fields());
        told.put("state", plan.state().name());
        told.put("revision", plan.revision());
        told.put("hash", plan.contentHash());
        told.put(SIGNATURE, plan.lastSignatureHash());
        plan.lintReport().ifPresent(report -> told.put("lintReport", report));
        plan.decisions().forEach(d -> told.put("decisions[" + d.item() + "]", d.decision() + ": " + d.reason()));
        List<Adjustment> adjustments = plan.adjustments();
        for (int i = 0; i < adjustments.size(); i++) {
            told.put("adjustments[" + i + "]", told(adjustments.get(i)));
        }
        return told;
    }

    private static String told(Adjustment asked) {
        String decided = asked.isAccepted() ? " accepted" : " rejected";
        return asked.points().toPlainString() + (asked.decidedBy().isEmpty() ? "" : decided) + ": " + asked.reason();
    }

    static Map<String, Object> told(PlanComment comment) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("comment", comment.id());
        told.put("answerTo", comment.parent());
        told.put("item", comment.item());
        told.put("field", comment.field());
        told.put("text", comment.text());
        told.put("blocking", comment.isBlocking());
        told.put("resolved", comment.resolvedAt().isPresent());
        return told;
    }
}
