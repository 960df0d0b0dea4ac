package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.quantity.NumberText;

/** A plan as the page prints it: items with what stood before, weights, findings, its path. */
public final class PlanSheet {
    private static final int HASH_SHOWN = 16;
    private static final int HASH_GROUP = 4;

    private final Plan plan;
    private final @Nullable Plan before;
    private final String unitName;
    private final PlanText text;
    private final Reader reader;

    PlanSheet(Plan plan, @Nullable Plan before, String unitName, PlanText text, Reader reader) {
        this.plan = plan;
        this.before = before;
        this.unitName = unitName;
        this.text = text;
        this.reader = reader;
    }

    /** One item; {@code was…} is what the plan in force a quarter before says. */
    public record Line(
            String name,
            String nature,
            boolean scored,
            String weight,
            String wasWeight,
            String floor,
            String target,
            String wasTarget,
            String stretch,
            String explains,
            String people,
            String goal,
            String rationale,
            boolean added) {}

    /** One piece of the weights bar, as wide as it weighs. */
    public record Piece(String name, String weight, String style, String kind) {}

    /** One step of the path. */
    public record Step(String name, String by, String comment, String kind) {}

    /** A finding of the lint. */
    public record Remark(String code, String sentence, boolean error) {}

    public String getUnitName() {
        return unitName;
    }

    public String getUnit() {
        return plan.unit();
    }

    public String getPeriod() {
        return plan.period().code();
    }

    public String getState() {
        return text.state(plan.state());
    }

    public String getStateKind() {
        return PlanText.kind(plan.state());
    }

    public boolean isEditable() {
        return plan.state().actions().contains(PlanAction.EDIT);
    }

    /** The essence in a sentence. */
    public String getHeadline() {
        return reader.text("plan.headline", unitName, getPeriod());
    }

    public String getSummary() {
        long scored = plan.items().stream().filter(i -> i.usage() == Usage.EVAL).count();
        return reader.text(
                "plan.summary",
                String.valueOf(plan.revision()),
                reader.count(scored),
                reader.count(plan.items().size() - scored),
                text.bare(weight(Nature.LEAD)),
                text.bare(weight(Nature.LAG)));
    }

    public String getCompared() {
        return before == null
                ? reader.text("plan.compared.none", plan.period().previous().code())
                : reader.text("plan.compared", before.period().code(), String.valueOf(before.revision()));
    }

    private BigDecimal weight(Nature nature) {
        return plan.items().stream()
                .filter(i -> text.nature(i).filter(n -> n == nature).isPresent())
                .map(PlanItem::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Scored items first, leading before lagging, then those that explain. */
    public List<Line> getLines() {
        return ordered(plan).stream().map(this::line).toList();
    }

    private List<PlanItem> ordered(Plan of) {
        Comparator<PlanItem> byUsage = Comparator.comparing(PlanItem::usage);
        return of.items().stream()
                .sorted(byUsage.thenComparing(i -> text.nature(i).orElse(Nature.LAG)))
                .toList();
    }

    private Line line(PlanItem item) {
        Optional<PlanItem> was = Optional.ofNullable(before).flatMap(b -> b.item(item.key()));
        boolean scored = item.usage() == Usage.EVAL;
        String unit = text.unit(item).isEmpty() ? "" : ", " + text.unit(item);
        return new Line(
                text.name(item) + unit,
                text.nature(item)
                        .map(n -> reader.text("nature.one." + n.name()))
                        .orElse(""),
                scored,
                scored ? text.bare(item.weight()) : "",
                scored ? was.map(w -> text.bare(w.weight())).orElse("") : "",
                mark(item, item.direction() == Direction.BAND ? "low" : "floor"),
                text.value(item, item.marks().aim()),
                was.map(w -> text.value(w, w.marks().aim())).orElse(NumberText.NO_VALUE),
                mark(item, item.direction() == Direction.BAND ? "high" : "stretch"),
                explained(item),
                Stream.of(free(item, "owner"), free(item, "dataSource"))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" · ")),
                free(item, "goalLink"),
                free(item, "rationale"),
                before != null && was.isEmpty());
    }

    private String mark(PlanItem item, String name) {
        return text.value(item, item.marks().values().get(name));
    }

    private String explained(PlanItem item) {
        return Optional.ofNullable(item.explains())
                .map(e -> plan.item(e).map(text::name).orElse(e))
                .map(e -> reader.text("plan.explains", e))
                .orElse("");
    }

    private static String free(PlanItem item, String name) {
        return Objects.requireNonNullElse(item.texts().get(name), "");
    }

    /** Names of indicators that the plan before had and this one has not. */
    public List<String> getRemoved() {
        return before == null
                ? List.of()
                : before.items().stream()
                        .filter(i -> plan.item(i.key()).isEmpty())
                        .map(text::name)
                        .toList();
    }

    public List<Piece> getPieces() {
        return pieces(plan);
    }

    public List<Piece> getPiecesBefore() {
        return before == null ? List.of() : pieces(before);
    }

    private List<Piece> pieces(Plan of) {
        return ordered(of).stream()
                .filter(i -> i.weight().signum() > 0)
                .map(i -> new Piece(
                        text.name(i),
                        text.bare(i.weight()),
                        "flex:" + i.weight().toPlainString() + " 1 0",
                        text.nature(i).filter(n -> n == Nature.LEAD).isPresent() ? "l" : "g"))
                .toList();
    }

    public List<Remark> getRemarks() {
        return PlanLint.of(plan, text.catalogue()).stream()
                .map(f -> new Remark(f.code(), f.message(reader.getLocale()), f.severity() == Severity.ERROR))
                .toList();
    }

    public long getErrors() {
        return getRemarks().stream().filter(Remark::error).count();
    }

    /** First 16 digits of the hash in groups of four; empty before it was submitted. */
    public String getHash() {
        return plan.hash()
                .map(h -> h.substring(0, HASH_SHOWN).replaceAll("(.{" + HASH_GROUP + "})(?=.)", "$1 "))
                .orElse("");
    }

    public List<Step> getSteps() {
        List<Step> steps = new ArrayList<>();
        for (Signature s : plan.signatures()) {
            steps.add(new Step(
                    reader.text("step." + s.meaning().name()),
                    reader.shortInstant(s.signedAt()) + " · " + s.signer() + method(s),
                    s.comment().orElse(""),
                    ""));
        }
        upcoming(plan.state()).ifPresent(steps::add);
        if (plan.state() == PlanState.CHECKED || plan.state() == PlanState.APPROVED) {
            steps.add(
                    new Step(reader.text("step.active", reader.day(plan.period().start())), "", "", "fut"));
        }
        return steps;
    }

    private String method(Signature signature) {
        return signature.authMethod().equals("PASSWORD") ? "" : " · " + signature.authMethod();
    }

    private Optional<Step> upcoming(PlanState state) {
        return switch (state) {
            case DRAFT, RETURNED -> Optional.of(now("step.next.submit"));
            case SUBMITTED -> Optional.of(now("step.next.check"));
            case CHECKED -> Optional.of(now("step.next.decide"));
            case APPROVED, ACTIVE, SUPERSEDED, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private Step now(String key) {
        return new Step(reader.text(key), reader.text(key + ".who"), "", "now");
    }
}
