package org.kpisuite.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.ChildWeight;
import org.kpisuite.domain.plan.Consultation;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PhasingProfile;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.RoleTemplate;
import org.kpisuite.domain.plan.TargetPhasing;

/** The content of a plan as given. */
record PlanBody(
        String unit, Optional<Period> period, PlanContent content, Optional<RoleTemplate> template, boolean copied) {
    private static final List<String> MARKS = List.of(
            "baseline", "floor", "target", "stretch", "low", "high", "lowFloor", "highFloor", "floorScore", "cap");

    private static final String PROFILE = "phasingProfile";
    private static final String WEIGHTS = "[\"0.3\",\"0.3\",\"0.4\"], >= 0, sum 1";

    /** Reads it; a new plan must say its unit and quarter, a changed one may repeat them. */
    static PlanBody of(Body body, Catalogue catalogue, CompanyCalendar calendar, boolean isNew) {
        String unit = isNew ? body.requiredText("unit") : body.text("unit").orElse("");
        Optional<Period> period = isNew
                ? body.requiredParsed("period", calendar::parse, "2026-Q4")
                : body.parsed("period", calendar::parse, "2026-Q4");
        Optional<String> stage = body.text("businessStage");
        List<PlanItem> items = new ArrayList<>();
        body.list("items").forEach(i -> item(i, catalogue).ifPresent(items::add));
        List<ChildWeight> children = new ArrayList<>();
        body.list("children").forEach(c -> child(c).ifPresent(children::add));
        List<Consultation> consultations = new ArrayList<>();
        body.list("consultations").forEach(c -> consultation(c).ifPresent(consultations::add));
        List<Answer> answers = new ArrayList<>();
        body.list("answers").forEach(a -> answer(a).ifPresent(answers::add));
        Optional<RoleTemplate> template = isNew ? template(body, items, children) : Optional.empty();
        boolean copied = isNew && body.flag("copyPrevious").orElse(false);
        if (copied && !(items.isEmpty() && children.isEmpty() && template.isEmpty())) {
            body.refuse("copyPrevious", "true", "items: []");
        }
        body.check();
        PlanContent content = new PlanContent(stage.orElse(null), items, children, consultations, answers);
        return new PlanBody(unit, period, content, template, copied);
    }

    private static Optional<Consultation> consultation(Body body) {
        String who = body.requiredText("who");
        Optional<LocalDate> at = body.requiredParsed("at", LocalDate::parse, "2026-12-10");
        Optional<String> outcome = body.text("outcome");
        return body.isRefused() ? Optional.empty() : at.map(day -> new Consultation(who, day, outcome.orElse(null)));
    }

    private static Optional<Answer> answer(Body body) {
        String code = body.requiredText("code");
        Optional<String> item = body.text("item");
        Optional<String> finding = body.text("finding");
        String rationale = body.requiredText("rationale");
        return body.isRefused()
                ? Optional.empty()
                : Optional.of(new Answer(code, item.orElse(null), rationale, finding.orElse(null)));
    }

    /** A template brings its own items: nothing may stand beside it. */
    private static Optional<RoleTemplate> template(Body body, List<PlanItem> items, List<ChildWeight> children) {
        String possible =
                RoleTemplate.shipped().stream().map(RoleTemplate::code).collect(Collectors.joining(", "));
        Optional<RoleTemplate> template =
                body.parsed("template", c -> RoleTemplate.find(c).orElseThrow(IllegalArgumentException::new), possible);
        if (template.isPresent() && !(items.isEmpty() && children.isEmpty())) {
            body.note(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE,
                    "template",
                    template.get().code(),
                    "template",
                    template.get().code(),
                    "items: []")));
        }
        return template;
    }

    private static Optional<ChildWeight> child(Body body) {
        String unit = body.requiredText("unit");
        return body.requiredPositive("weight").map(w -> new ChildWeight(unit, w));
    }

    private static Optional<PlanItem> item(Body body, Catalogue catalogue) {
        Optional<Indicator> indicator = body.requiredParsed(
                "indicator", c -> catalogue.indicator(c).orElseThrow(IllegalArgumentException::new), "LEADS, CAC");
        Map<String, String> dims = body.texts("dims");
        Optional<Usage> usage = body.choice("usage", Usage.class);
        Map<String, BigDecimal> marks = new HashMap<>();
        MARKS.forEach(m -> body.decimal(m).ifPresent(v -> marks.put(m, v)));
        BigDecimal weight = body.decimal("weight").orElse(BigDecimal.ZERO);
        TargetPhasing phasing = phasing(body);
        Optional<Controllability> control = body.choice("controllability", Controllability.class);
        Map<String, String> texts = new HashMap<>();
        PlanItem.TEXTS.forEach(t -> body.text(t).ifPresent(v -> texts.put(t, v)));
        Optional<BigDecimal> goalValue = body.decimal("goalValue");
        Optional<BigDecimal> coverage = body.decimal("coverageFactor");
        Optional<Gate> gate = body.optional("gate").flatMap(g -> gate(g, catalogue));
        return indicator.map(i -> new PlanItem(
                        i,
                        dims,
                        usage.orElse(i.defaultUsage()),
                        weight,
                        new Marks(marks),
                        phasing,
                        control.orElse(null),
                        texts)
                .with(gate.orElse(null))
                .withGoal(goalValue.orElse(null), coverage.orElse(null)));
    }

    private static Optional<Gate> gate(Body body, Catalogue catalogue) {
        GateTerms terms = new GateTerms(
                body.text("numerator").orElse(null),
                body.text("denominator").orElse(null),
                body.decimal("threshold").orElse(null),
                body.choice("mode", GateMode.class).orElse(null),
                body.decimal("cap").orElse(null),
                body.integer("maturityDays").orElse(null),
                body.decimal("matureShareMin").orElse(null));
        List<Refusal> wrong = terms.refusals(body.path(), catalogue);
        body.note(wrong);
        return wrong.isEmpty() ? Optional.of(Gate.of(terms, catalogue)) : Optional.empty();
    }

    /** Weights alone say that the phasing is by them. */
    private static TargetPhasing phasing(Body body) {
        Optional<Phasing> kind = body.choice("phasing", Phasing.class);
        Optional<PhasingProfile> profile =
                kind.filter(k -> k == Phasing.PROFILE).isPresent()
                        ? body.requiredParsedDecimals(PROFILE, PhasingProfile::new, WEIGHTS)
                        : body.parsedDecimals(PROFILE, PhasingProfile::new, WEIGHTS);
        if (profile.isPresent()) {
            kind.filter(k -> k != Phasing.PROFILE)
                    .ifPresent(k -> body.refuse("phasing", k.name(), Phasing.PROFILE.name()));
            return new TargetPhasing(Phasing.PROFILE, profile.get());
        }
        return new TargetPhasing(kind.filter(k -> k != Phasing.PROFILE).orElse(Phasing.LINEAR_DAYS), null);
    }
}
