package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.WhatIf;

/** A draft as its editor shows it: every line with its past and what the lint says, the weights, what is in the way. */
public final class EditorSheet {
    private static final int PERCENT_SHIFT = 2;
    private static final List<String> AIMS = List.of("target", "low", "high");

    private final DraftPlan draft;
    private final Grounds grounds;
    private final PlanText text;
    private final Reader reader;
    private final Map<String, PlanItem> items;
    private final List<EditorLine> scored;
    private final List<EditorLine> metrics;
    private final List<EditorLine.Remark> whole;

    /**
     * What is known of a draft.
     *
     * @param content as far as it can be read
     * @param tried on the past
     * @param before the plan of the quarter before, as it would be typed; empty for none
     */
    record Grounds(
            PlanContent content,
            List<DraftReading.Unclear> unclear,
            List<Finding> findings,
            WhatIf tried,
            DraftPlan before) {}

    EditorSheet(DraftPlan draft, Grounds grounds, PlanText text, Reader reader) {
        this.draft = draft;
        this.grounds = grounds;
        this.text = text;
        this.reader = reader;
        this.items = grounds.content.items().stream().collect(Collectors.toMap(PlanItem::key, Function.identity()));
        this.scored = draft.items(Usage.EVAL).stream().map(this::line).toList();
        this.metrics = draft.items(Usage.DIAG).stream().map(this::line).toList();
        this.whole = remarks(null);
    }

    private EditorLine line(DraftItem item) {
        Optional<PlanItem> read = Optional.ofNullable(items.get(item.getKey()));
        List<EditorLine.Remark> remarks = remarks(item);
        EditorPast past = new EditorPast(item, read, grounds.tried.item(item.getKey()), text, reader);
        return new EditorLine(
                item,
                text.indicator(item.getIndicator())
                        .map(i -> reader.text("nature.one." + i.nature().name()))
                        .orElse(""),
                past,
                isOffered(item, read) ? past.offer() : "",
                control(item),
                goal(item, read),
                item.given("explains").map(this::name).orElse(""),
                read.flatMap(PlanItem::gate).map(g -> gate(item, g)).orElse(""),
                remarks,
                wrong(remarks));
    }

    /** Proposals stand under a line whose target nobody has set: none is typed, or the one of the quarter before. */
    private boolean isOffered(DraftItem item, Optional<PlanItem> read) {
        return read.filter(i -> i.marks().aim() == null).isPresent()
                || grounds.before
                        .item(item.getKey())
                        .filter(b -> AIMS.stream().allMatch(a -> item.given(a).equals(b.given(a))))
                        .isPresent();
    }

    /** The marks that the past proposes for a line, as they would be typed. */
    Map<String, String> proposals(DraftItem item) {
        return Optional.ofNullable(line(item.getKey()))
                .map(l -> l.past().proposals())
                .orElse(Map.of());
    }

    /** Lines in which nothing is wrong keep what they hold, to be restored later. */
    void keepRight() {
        Stream.concat(scored.stream(), metrics.stream())
                .filter(line -> !line.isFaulty())
                .forEach(line -> line.item().keepAsRight());
    }

    private String control(DraftItem item) {
        return item.given("controllability")
                .map(c -> reader.text("control." + c)
                        + (c.equals("FULL")
                                ? ""
                                : item.given("influencers").map(i -> ": " + i).orElse("")))
                .orElse(NumberText.NO_VALUE);
    }

    private String goal(DraftItem item, Optional<PlanItem> read) {
        String figure = read.flatMap(PlanItem::goalValue)
                .map(g -> text.value(read.get(), g)
                        + read.get()
                                .coverageFactor()
                                .map(f -> " × " + text.bare(f))
                                .orElse(""))
                .orElse("");
        String goal = item.given("goalLink").orElse("");
        String both = figure.isEmpty() || goal.isEmpty() ? goal + figure : goal + ", " + figure;
        return both.isEmpty() ? NumberText.NO_VALUE : both;
    }

    private String gate(DraftItem item, Gate gate) {
        String share = text.bare(gate.threshold().movePointRight(PERCENT_SHIFT))
                + reader.numbers().percentSign();
        return reader.text(
                gate.maturityDays() == 0 ? "editor.gate" : "editor.gate.days",
                item.getShortName(),
                name(gate.numerator()),
                name(gate.denominator()),
                share,
                gate.maturityDays());
    }

    /** The name of a line, an indicator or a measure. */
    private String name(String key) {
        return draft.item(key)
                .map(DraftItem::getShortName)
                .or(() -> text.indicator(key).map(i -> i.name().in(reader.getLocale())))
                .or(() -> text.catalogue().measure(key).map(m -> m.name().in(reader.getLocale())))
                .orElse(key);
    }

    private List<EditorLine.Remark> remarks(@Nullable DraftItem item) {
        String key = item == null ? null : item.getKey();
        List<EditorLine.Remark> remarks = new ArrayList<>();
        grounds.unclear.stream()
                .filter(u -> Objects.equals(u.item(), key))
                .forEach(u -> remarks.add(new EditorLine.Remark(
                        "", u.sentence(), "e", "", false, u.field(), before(item, u.field()), "")));
        grounds.findings.stream()
                .filter(f -> Objects.equals(f.item(), key))
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(f -> remarks.add(new EditorLine.Remark(
                        f.code(),
                        f.message(reader.getLocale()),
                        kind(f.severity()),
                        draft.answerKey(f),
                        draft.isAnswered(f),
                        f.field(),
                        f.severity() == Severity.ERROR ? before(item, f.field()) : "",
                        draft.isAnswered(f)
                                ? ""
                                : draft.staleAnswer(f, grounds.findings).orElse(""))));
        return remarks;
    }

    private static String kind(Severity severity) {
        return switch (severity) {
            case ERROR -> "e";
            case WARN -> "w";
            case INFO -> "i";
        };
    }

    private static String before(@Nullable DraftItem item, String field) {
        return item == null ? "" : item.rightBefore(field).orElse("");
    }

    private static Set<String> wrong(List<EditorLine.Remark> remarks) {
        Set<String> wrong = new HashSet<>();
        remarks.stream().filter(EditorLine.Remark::isError).forEach(r -> wrong.add(r.field()));
        return wrong;
    }

    /** KPIs, in the order of the plan. */
    public List<EditorLine> getScored() {
        return scored;
    }

    /** Metrics, in the order of the plan. */
    public List<EditorLine> getMetrics() {
        return metrics;
    }

    /** What is said of the plan as a whole. */
    public List<EditorLine.Remark> getWhole() {
        return whole;
    }

    public boolean isBlank() {
        return draft.getItems().isEmpty();
    }

    private List<EditorLine.Remark> all() {
        List<EditorLine.Remark> all = new ArrayList<>(whole);
        scored.forEach(line -> all.addAll(line.remarks()));
        metrics.forEach(line -> all.addAll(line.remarks()));
        return all;
    }

    public long getErrors() {
        return all().stream().filter(EditorLine.Remark::isError).count();
    }

    public long getUnanswered() {
        return all().stream().filter(r -> r.isOpen() && !r.isError()).count();
    }

    public boolean isSubmittable() {
        return getErrors() + getUnanswered() == 0;
    }

    /** The count of findings in words, for the live region. */
    public String getSpoken() {
        return reader.text("editor.errors", getErrors()) + " · " + reader.text("editor.unanswered", getUnanswered());
    }

    public EditorWeights getWeights() {
        return new EditorWeights(scored, items, text, reader);
    }

    /** What the plan would have scored with the actuals of the last quarter; empty where it has none. */
    public String getTried() {
        WhatIf.BackTest latest = grounds.tried.latest();
        BigDecimal score = latest.score().value();
        return score == null
                ? ""
                : reader.text(
                        "editor.tried",
                        latest.quarter().code(),
                        reader.numbers().points(score));
    }

    /** Lines with a gate. */
    public List<EditorLine> getGates() {
        return scored.stream().filter(line -> !line.gate().isEmpty()).toList();
    }

    /** The line of a key; null for none. */
    @Nullable
    EditorLine line(@Nullable String key) {
        return Stream.concat(scored.stream(), metrics.stream())
                .filter(line -> line.item().getKey().equals(key))
                .findFirst()
                .orElse(null);
    }
}
