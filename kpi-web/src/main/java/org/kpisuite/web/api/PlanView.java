package org.kpisuite.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.Adjustment;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.ClosingDecision;
import org.kpisuite.domain.plan.Consultation;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.plan.TargetPhasing;

/**
 * A plan as sent.
 *
 * @param hash of the content that was frozen; null before submission
 * @param contentHash of the content as it stands: what whoever submits it was shown
 */
public record PlanView(
        long id,
        String unit,
        String period,
        int revision,
        String state,
        @Nullable String businessStage,
        @Nullable String hash,
        String contentHash,
        long version,
        long approvedLateDays,
        @Nullable Long basedOn,
        @Nullable String revisionCode,
        @Nullable String revisionReason,
        List<Map<String, Object>> items,
        List<ChildView> children,
        List<ConsultationView> consultations,
        List<AnswerView> answers,
        List<FindingView> findings,
        List<NextView> next,
        List<SignatureView> signatures,
        List<DecisionView> decisions,
        List<AdjustmentView> adjustments) {

    /** A department below, by its weight in the index of the children. */
    public record ChildView(String unit, String weight) {}

    /** A talk with the team. */
    public record ConsultationView(
            String who, String at, @Nullable String outcome) {
        static ConsultationView of(Consultation talk) {
            return new ConsultationView(talk.who(), talk.at().toString(), talk.outcome());
        }
    }

    /** Why the plan is right although a rule warns. */
    public record AnswerView(
            String code, @Nullable String item, @Nullable String finding, String rationale) {
        static AnswerView of(Answer answer) {
            return new AnswerView(answer.code(), answer.item(), answer.finding().orElse(null), answer.rationale());
        }
    }

    /** A finding of the lint; an answer names it by its id. */
    public record FindingView(
            String id,
            String code,
            String severity,
            @Nullable String item,
            String field,
            NameView message) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.id(),
                    finding.code(),
                    finding.severity().name(),
                    finding.item(),
                    finding.field(),
                    NameView.of(finding.message()));
        }
    }

    /** What may happen next, and in which role. */
    public record NextView(String action, List<String> roles) {}

    /** Who signed what, with all that proves it. */
    public record SignatureView(
            String meaning,
            String signer,
            @Nullable String onBehalfOf,
            @Nullable String role,
            String signedAt,
            String contentHash,
            String hashAlg,
            String canon,
            @Nullable String displayedHash,
            @Nullable String lintReportHash,
            @Nullable String prevSignatureHash,
            String authMethod,
            @Nullable String authTime,
            @Nullable String clientIp,
            @Nullable String comment) {
        static SignatureView of(Signature signature) {
            return new SignatureView(
                    signature.meaning().name(),
                    signature.signer(),
                    signature.onBehalfOf().orElse(null),
                    signature.role().map(Enum::name).orElse(null),
                    signature.signedAt().toString(),
                    signature.contentHash(),
                    Signature.HASH_ALGORITHM,
                    Signature.CANON,
                    signature.displayedHash().orElse(null),
                    signature.lintReportHash().orElse(null),
                    signature.prevSignatureHash().orElse(null),
                    signature.authMethod(),
                    signature.authTime().map(Object::toString).orElse(null),
                    signature.clientIp().orElse(null),
                    signature.comment().orElse(null));
        }
    }

    /** What was decided at closing about an item without a value. */
    public record DecisionView(String item, String decision, String reason) {
        static DecisionView of(ClosingDecision decision) {
            return new DecisionView(decision.item(), decision.decision().name(), decision.reason());
        }
    }

    /** Points on the score that somebody asked for, and what came of it. */
    public record AdjustmentView(
            String points,
            String reason,
            String requestedBy,
            @Nullable String requestedFor,
            String requestedAt,
            @Nullable String decidedBy,
            @Nullable String decidedFor,
            @Nullable String decidedAt,
            boolean accepted) {
        static AdjustmentView of(Adjustment adjustment) {
            return new AdjustmentView(
                    Numbers.text(adjustment.points()),
                    adjustment.reason(),
                    adjustment.requestedBy(),
                    adjustment.requestedFor().orElse(null),
                    adjustment.requestedAt().toString(),
                    adjustment.decidedBy().orElse(null),
                    adjustment.decidedFor().orElse(null),
                    adjustment.decidedAt().map(Object::toString).orElse(null),
                    adjustment.isAccepted());
        }
    }

    static PlanView of(Plan plan, List<Finding> findings) {
        return new PlanView(
                plan.id(),
                plan.unit(),
                plan.period().code(),
                plan.revision(),
                plan.state().name(),
                plan.businessStage().orElse(null),
                plan.hash().orElse(null),
                plan.contentHash(),
                plan.version(),
                plan.approvedLateDays(),
                plan.basedOn().orElse(null),
                plan.revisionCode().map(Enum::name).orElse(null),
                plan.revisionReason().orElse(null),
                plan.items().stream().map(PlanView::item).toList(),
                plan.children().stream()
                        .map(c -> new ChildView(c.unit(), Numbers.text(c.weight())))
                        .toList(),
                plan.consultations().stream().map(ConsultationView::of).toList(),
                plan.answers().stream().map(AnswerView::of).toList(),
                findings.stream().map(FindingView::of).toList(),
                plan.state().actions().stream()
                        .sorted()
                        .map(a -> new NextView(
                                a.name(),
                                a.roles(plan.state()).stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toList()))
                        .toList(),
                plan.signatures().stream().map(SignatureView::of).toList(),
                plan.decisions().stream().map(DecisionView::of).toList(),
                plan.adjustments().stream().map(AdjustmentView::of).toList());
    }

    private static Map<String, Object> item(PlanItem item) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("indicator", item.indicator());
        view.put("dims", item.dimensions());
        view.put("usage", item.usage().name());
        view.put("weight", Numbers.text(item.weight()));
        view.put("direction", item.direction().name());
        view.put("formula", item.formula());
        item.marks().values().forEach((name, value) -> view.put(name, Numbers.text(value)));
        TargetPhasing phasing = item.phasing();
        view.put("phasing", phasing.kind().name());
        if (phasing.profile() != null) {
            view.put(
                    "phasingProfile",
                    phasing.profile().weights().stream().map(Numbers::text).toList());
        }
        view.put(
                "controllability",
                item.controllability() == null ? null : item.controllability().name());
        view.put("goalValue", item.goalValue().map(Numbers::text).orElse(null));
        view.put("coverageFactor", item.coverageFactor().map(Numbers::text).orElse(null));
        view.put("gate", item.gate().map(PlanView::gate).orElse(null));
        view.putAll(item.texts());
        return view;
    }

    static Map<String, Object> gate(Gate gate) {
        Map<String, Object> view = new LinkedHashMap<>(gate.terms());
        view.put("threshold", Numbers.text(gate.threshold()));
        view.put("cap", Numbers.text(gate.cap()));
        view.put("matureShareMin", Numbers.text(gate.matureShareMin()));
        view.put("mode", gate.mode().name());
        return view;
    }
}
