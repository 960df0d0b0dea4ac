package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanHeadline;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.WhatIf;
import org.kpisuite.ejb.plan.PlanDiffs;

/** A plan as the page of its decision prints it: what changed, weights, findings, goals, and all of its items. */
public final class PlanSheet {
    private static final int HASH_SHOWN = 16;
    private static final int HASH_GROUP = 4;
    private static final BigDecimal NARROW = BigDecimal.valueOf(15);

    private final PlanDiffs.Compared compared;
    private final Plan plan;
    private final Facts facts;
    private final PlanText text;
    private final Reader reader;

    /**
     * What the page knows of a plan besides the plan.
     *
     * @param names of people by login
     * @param whatIf the plan tried on the past; empty where nobody asked
     */
    record Facts(String unitName, LintReport lint, Map<String, String> names, Optional<WhatIf> whatIf) {
        String name(String login) {
            return PlanText.person(names.getOrDefault(login, login));
        }
    }

    PlanSheet(PlanDiffs.Compared compared, Facts facts, PlanText text, Reader reader) {
        this.compared = compared;
        this.plan = compared.plan();
        this.facts = facts;
        this.text = text;
        this.reader = reader;
    }

    /** One item. */
    public record Line(
            String key,
            String name,
            String nature,
            boolean scored,
            String weight,
            String mean,
            String best,
            String floor,
            String target,
            String stretch,
            String toMean,
            String explains,
            String goal,
            String rationale,
            String terms) {}

    /** One piece of the weights bar, as wide as it weighs. */
    public record Piece(String name, String weight, String style, String kind) {}

    /** A finding of the lint with the answer to it. */
    public record Remark(String code, String sentence, String severity, String answer) {}

    /** A talk with the team. */
    public record Talk(String at, String who, String outcome) {}

    public String getUnitName() {
        return facts.unitName();
    }

    public String getUnit() {
        return plan.unit();
    }

    public String getPeriod() {
        return plan.period().code();
    }

    public int getRevision() {
        return plan.revision();
    }

    public String getState() {
        return text.state(plan.state());
    }

    public String getStateKind() {
        return PlanText.kind(plan.state());
    }

    /** The essence of what changed in a sentence. */
    public String getHeadline() {
        return compared.before().isEmpty()
                ? PlanHeadline.ofFirst(plan.written(), reader.getLocale())
                : PlanHeadline.of(compared.diff(), text.catalogue(), reader.getLocale());
    }

    /** Who submitted and who checked it, and when; what it would have scored. */
    public String getSigned() {
        return Stream.of(last(PlanAction.SUBMIT), last(PlanAction.CHECK), late(), backTest())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> last(PlanAction meaning) {
        return plan.signatures().stream()
                .filter(s -> s.meaning() == meaning)
                .max(Comparator.comparing(Signature::signedAt))
                .map(s -> reader.text(
                        "plan.signed." + meaning.name(),
                        facts.name(s.signer()),
                        reader.shortDay(s.signedAt().atZone(reader.getZone()).toLocalDate())));
    }

    private Optional<String> late() {
        return plan.approvedLateDays() == 0
                ? Optional.empty()
                : Optional.of(reader.text("plan.late", reader.count(plan.approvedLateDays())));
    }

    /** {@code with 2026-Q3 actuals this plan scores 88.4}; empty where the past says nothing. */
    private Optional<String> backTest() {
        return facts.whatIf().map(WhatIf::latest).flatMap(t -> t.score()
                .points()
                .map(p -> reader.text(
                        "plan.back-test", t.quarter().code(), reader.numbers().points(p))));
    }

    /** The last eight quarters of each item with its target, by key. */
    private Map<String, PastSpark.Shown> sparks() {
        return facts.whatIf().stream()
                .flatMap(w -> w.items().stream())
                .filter(i -> plan.item(i.key()).isPresent())
                .collect(Collectors.toMap(
                        WhatIf.Item::key, i -> spark(i, plan.item(i.key()).orElseThrow())));
    }

    private PastSpark.Shown spark(WhatIf.Item past, PlanItem item) {
        List<Optional<BigDecimal>> values = past.history().quarters().stream()
                .map(q -> Optional.ofNullable(q.value()))
                .toList();
        List<BigDecimal> wanted = Stream.of("target", "low", "high")
                .map(item.marks().values()::get)
                .filter(Objects::nonNull)
                .toList();
        String label = past.history().quarters().stream()
                .map(q -> q.period().code() + " " + text.printed(item, q.value()))
                .collect(Collectors.joining(", "));
        return new PastSpark.Shown(values, wanted, label);
    }

    public String getWhy() {
        return plan.revisionCode()
                .map(c -> reader.text(
                        "plan.revision.why",
                        reader.text("revision." + c.name()),
                        plan.revisionReason().orElse("")))
                .orElse("");
    }

    public boolean isComparable() {
        return compared.before().isPresent();
    }

    public String getCompared() {
        return compared.before()
                .map(b -> reader.text(
                        "plan.compared",
                        b.period().code(),
                        String.valueOf(b.revision()),
                        getDiff().getCount()))
                .orElseGet(() -> reader.text(
                        "plan.compared.none", plan.period().previous().code()));
    }

    public DiffTable getDiff() {
        return new DiffTable(compared, text, reader, sparks());
    }

    /** Scored items first, leading before lagging, then those that explain. */
    public List<Line> getLines() {
        return ordered(plan).map(this::line).toList();
    }

    private Stream<PlanItem> ordered(Plan of) {
        Comparator<PlanItem> byUsage = Comparator.comparing(PlanItem::usage);
        return of.items().stream()
                .sorted(byUsage.thenComparing(i -> text.nature(i).orElse(Nature.LAG)));
    }

    private Line line(PlanItem item) {
        boolean scored = item.usage() == Usage.EVAL;
        String unit = text.unit(item).isEmpty() ? "" : ", " + text.unit(item);
        Optional<History> past = facts.whatIf().flatMap(w -> w.item(item.key())).map(WhatIf.Item::history);
        Optional<BigDecimal> mean = past.flatMap(History::recentMean);
        return new Line(
                item.key(),
                text.name(item) + unit,
                text.nature(item)
                        .map(n -> reader.text("nature.one." + n.name()))
                        .orElse(""),
                scored,
                scored ? text.bare(item.weight()) : "",
                scored ? text.printed(item, mean.orElse(null)) : "",
                scored
                        ? text.printed(
                                item,
                                past.flatMap(h -> h.best(item.direction())).orElse(null))
                        : "",
                mark(item, "floor", "lowFloor", "highFloor"),
                mark(item, "target", "low", "high"),
                text.value(item, item.marks().values().get("stretch")),
                scored ? text.distance(item, item.marks().aim(), mean) : "",
                item.explains() == null ? "" : reader.text("plan.explains", text.nameOf(item.explains())),
                scored ? free(item, "goalLink") : "",
                free(item, "rationale"),
                String.join(" · ", text.terms().of(item).values()));
    }

    /** A mark, or both ends of a band: {@code 40…60}. */
    private String mark(PlanItem item, String single, String low, String high) {
        Map<String, BigDecimal> marks = item.marks().values();
        return marks.get(single) != null || marks.get(low) == null || marks.get(high) == null
                ? text.value(item, marks.get(single))
                : text.value(item, marks.get(low)) + "…" + text.value(item, marks.get(high));
    }

    private static String free(PlanItem item, String name) {
        return Objects.requireNonNullElse(item.texts().get(name), "");
    }

    public List<Piece> getPieces() {
        return pieces(plan);
    }

    public List<Piece> getPiecesBefore() {
        return compared.before().map(this::pieces).orElse(List.of());
    }

    private List<Piece> pieces(Plan of) {
        return ordered(of).filter(i -> i.weight().signum() > 0).map(this::piece).toList();
    }

    private Piece piece(PlanItem item) {
        boolean lead = text.nature(item).filter(n -> n == Nature.LEAD).isPresent();
        boolean narrow = item.weight().compareTo(NARROW) <= 0;
        return new Piece(
                text.briefName(item),
                text.bare(item.weight()),
                "flex:" + item.weight().toPlainString() + " 1 0",
                (lead ? "l" : "g") + (narrow ? " nar" : ""));
    }

    public List<Remark> getRemarks() {
        return remarks(facts.lint().findings());
    }

    /** What the lint would find besides today. */
    public List<Remark> getRemarksSince() {
        return remarks(facts.lint().since());
    }

    private List<Remark> remarks(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .map(f -> new Remark(
                        f.code(),
                        f.message(reader.getLocale()),
                        f.severity().name(),
                        plan.answer(f).map(Answer::rationale).orElse("")))
                .toList();
    }

    public String getRemarkCount() {
        return reader.text("plan.findings.count", count(Severity.ERROR), count(Severity.WARN));
    }

    private String count(Severity severity) {
        return reader.count(facts.lint().findings().stream()
                .filter(f -> f.severity() == severity)
                .count());
    }

    /** The goals with what is to reach them: {@code Revenue 10 m → 30 m (× 3) → Pipeline: 30 m}. */
    public List<String> getGoals() {
        Map<String, List<PlanItem>> goals = ordered(plan)
                .filter(i -> i.usage() == Usage.EVAL && !free(i, "goalLink").isEmpty())
                .collect(Collectors.groupingBy(this::goal, LinkedHashMap::new, Collectors.toList()));
        return goals.entrySet().stream()
                .map(e -> e.getKey() + " → "
                        + e.getValue().stream().map(this::aim).collect(Collectors.joining(", ")))
                .toList();
    }

    private String goal(PlanItem item) {
        Optional<BigDecimal> value = item.goalValue();
        if (value.isEmpty()) {
            return free(item, "goalLink");
        }
        String goal = free(item, "goalLink") + " " + text.value(item, value.get());
        return item.coverageFactor()
                .map(f -> goal + " → " + text.value(item, value.get().multiply(f, Decimals.EXACT)) + " (× "
                        + text.bare(f) + ")")
                .orElse(goal);
    }

    private String aim(PlanItem item) {
        String target = text.value(item, item.marks().aim());
        String unit = text.unit(item);
        return text.briefName(item) + " " + target + (unit.isEmpty() ? "" : " " + unit);
    }

    public List<Talk> getTalks() {
        return plan.consultations().stream()
                .sorted(Comparator.comparing(c -> c.at()))
                .map(c -> new Talk(reader.day(c.at()), c.who(), Objects.requireNonNullElse(c.outcome(), "")))
                .toList();
    }

    /** First 16 digits of the hash in groups of four; empty before it was submitted. */
    public String getHash() {
        return plan.hash()
                .map(h -> h.substring(0, HASH_SHOWN).replaceAll("(.{" + HASH_GROUP + "})(?=.)", "$1 "))
                .orElse("");
    }

    public String getBusinessStage() {
        return plan.businessStage().orElse("");
    }

    /** The index of the departments below by their weights. */
    public String getChildren() {
        return text.terms().children(plan.written()).orElse("");
    }
}
