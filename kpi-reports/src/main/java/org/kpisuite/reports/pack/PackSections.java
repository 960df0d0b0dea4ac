package org.kpisuite.reports.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.FieldChange;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.ItemChange;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.PlanHeadline;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.domain.scorecard.WhatIf;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil.Side;
import org.kpisuite.reports.chart.Sparkline;
import org.kpisuite.reports.pack.Table.Cell;
import org.kpisuite.reports.pack.Table.Column;
import org.kpisuite.reports.pdf.Texts;

/** The parts of a pack in the order in which somebody decides (domain specification §7.4). */
final class PackSections {
    private static final float SECTION_GAP = 10;

    private final ApprovalPack pack;
    private final Plan plan;
    private final PackTexts words;
    private final Texts texts;
    private final Paper paper;

    PackSections(ApprovalPack pack, PackTexts words, Texts texts, Paper paper) {
        this.pack = pack;
        this.plan = pack.plan();
        this.words = words;
        this.texts = texts;
        this.paper = paper;
    }

    void write() {
        decision();
        goals();
        items();
        changes();
        findings();
        backTest();
        consultations();
        comments();
        signatures();
    }

    private void section(String key, Object... arguments) {
        paper.need(5 * Paper.Style.SECTION.line());
        paper.gap(SECTION_GAP);
        paper.text(words.text(key, arguments), Paper.Style.SECTION);
        paper.gap(2);
    }

    private void decision() {
        Optional<PlanDiff> diff = pack.diff();
        paper.text(
                diff.map(d -> PlanHeadline.of(d, pack.setting().catalogue(), texts.locale()))
                        .orElseGet(() -> PlanHeadline.ofFirst(plan.written(), texts.locale())),
                Paper.Style.TITLE);
        paper.text(
                words.text(
                        "subject",
                        pack.setting().unit().in(texts.locale()),
                        plan.period().code(),
                        String.valueOf(plan.revision()),
                        words.text("state." + plan.state().name())),
                Paper.Style.BODY);
        paper.gap(4);
        paper.rule(0.6f, Ink.DARK);
        paper.gap(4);
        fact("submitted", signed(PlanAction.SUBMIT));
        fact("checked", signed(PlanAction.CHECK));
        fact("due", pack.setting().due().map(texts::dayOfYear).orElse(NumberText.NO_VALUE));
        plan.revisionReason().ifPresent(reason -> fact("why", reason));
        plan.businessStage().ifPresent(stage -> fact("stage", stage));
        fact("hash", plan.hash().map(PackTexts::grouped).orElse(words.text("no-hash")));
        fact("link", pack.setting().link());
        paper.text(words.text("how"), Paper.Style.NOTE);
    }

    private static final float FACT_WIDTH = 110;

    private void fact(String key, String value) {
        List<String> lines = paper.broken(value, Paper.WIDTH - FACT_WIDTH, Paper.Style.BODY);
        paper.put(List.of(words.text("fact." + key)), 0, Paper.Style.NOTE, Side.LEFT);
        paper.put(lines, FACT_WIDTH, Paper.Style.BODY, Side.LEFT);
        paper.down(lines.size() * Paper.Style.BODY.line());
    }

    private String signed(PlanAction meaning) {
        return plan.signatures().stream()
                .filter(s -> s.meaning() == meaning)
                .reduce((first, last) -> last)
                .map(s -> words.signer(s) + ", " + words.instant(s.signedAt()))
                .orElse(NumberText.NO_VALUE);
    }

    private void goals() {
        List<PlanItem> linked = plan.items().stream()
                .filter(i -> i.usage() == Usage.EVAL && i.texts().get("goalLink") != null)
                .toList();
        if (linked.isEmpty()) {
            return;
        }
        section("goals");
        linked.stream()
                .map(i -> i.texts().get("goalLink"))
                .distinct()
                .forEach(goal -> paper.text(
                        goal + "  →  "
                                + String.join(
                                        ";  ",
                                        linked.stream()
                                                .filter(i -> Objects.equals(
                                                        goal, i.texts().get("goalLink")))
                                                .map(this::served)
                                                .toList()),
                        Paper.Style.BODY));
    }

    /** {@code 10,000,000 × 3 = 30,000,000 → New pipeline 30,000,000}. */
    private String served(PlanItem item) {
        String aim = words.name(item) + " " + words.value(item, item.marks().aim());
        return item.goalValue()
                .map(goal -> {
                    BigDecimal factor = item.coverageFactor().orElse(BigDecimal.ONE);
                    return words.value(item, goal) + " × " + words.plain(factor) + " = "
                            + words.value(item, goal.multiply(factor)) + "  →  " + aim;
                })
                .orElse(aim);
    }

    private Column left(String key, float width) {
        return new Column(words.text("head." + key), width, Side.LEFT);
    }

    private Column right(String key, float width) {
        return new Column(words.text("head." + key), width, Side.RIGHT);
    }

    private void items() {
        section("items", words.text("sum", weight(Nature.LEAD), weight(Nature.LAG)));
        Table table = new Table(
                paper,
                List.of(
                        left("kpi", 128),
                        left("nature", 50),
                        right("weight", 38),
                        left("history", 62),
                        right("mean", 56),
                        right("best", 56),
                        right("floor", 56),
                        right("target", 60),
                        right("stretch", 56),
                        right("distance", 50),
                        left("control", 72),
                        left("source", 90)));
        for (PlanItem item : plan.items()) {
            table.row(item.usage() == Usage.EVAL ? scored(item) : diagnostic(item));
        }
    }

    private String weight(Nature nature) {
        return words.plain(plan.items().stream()
                .filter(i ->
                        words.indicator(i).filter(k -> k.nature() == nature).isPresent())
                .map(PlanItem::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private List<Cell> scored(PlanItem item) {
        Optional<History> history = pack.whatIf().item(item.key()).map(WhatIf.Item::history);
        BigDecimal aim = item.marks().aim();
        Optional<BigDecimal> mean = history.flatMap(History::recentMean);
        return List.of(
                Cell.strong(words.name(item)),
                Cell.of(words.indicator(item)
                        .map(Indicator::nature)
                        .map(n -> words.text("nature." + n.name()))
                        .orElse("")),
                Cell.strong(words.plain(item.weight())),
                Cell.of(spark(history, aim)),
                Cell.of(words.rounded(item, mean)),
                Cell.of(words.rounded(item, history.flatMap(h -> h.best(item.direction())))),
                Cell.of(mark(item, "floor", "lowFloor", "highFloor")),
                Cell.strong(mark(item, "target", "low", "high")),
                Cell.of(mark(item, "stretch", "stretch", "stretch")),
                Cell.of(words.distance(item, Optional.ofNullable(aim), mean)),
                Cell.of(control(item)),
                Cell.of(source(item)));
    }

    private List<Cell> diagnostic(PlanItem item) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(words.name(item)),
                Cell.note(words.text("explains", words.name(plan.items(), item.explains())))));
        cells.addAll(Collections.nCopies(9, Cell.of("")));
        cells.add(Cell.of(Objects.requireNonNullElse(item.texts().get("dataSource"), "")));
        return cells;
    }

    private String mark(PlanItem item, String single, String low, String high) {
        @Nullable BigDecimal value = item.marks().values().get(single);
        @Nullable BigDecimal from = item.marks().values().get(low);
        @Nullable BigDecimal to = item.marks().values().get(high);
        if (value != null || from == null || to == null) {
            return words.value(item, value);
        }
        return words.value(item, from) + "…" + words.value(item, to);
    }

    private String control(PlanItem item) {
        String kind = item.controllability() == null
                ? ""
                : words.text("control." + item.controllability().name());
        String who = item.texts().get("influencers");
        return who == null ? kind : kind + ": " + who;
    }

    private String source(PlanItem item) {
        String source = Objects.requireNonNullElse(item.texts().get("dataSource"), NumberText.NO_VALUE);
        return item.gate()
                .map(g -> source + "; " + words.text("gate", words.gate(g)))
                .orElse(source);
    }

    private static Drawing spark(Optional<History> history, @Nullable BigDecimal aim) {
        List<@Nullable Float> values = new ArrayList<>();
        List<@Nullable Float> target = new ArrayList<>();
        history.ifPresent(h -> h.quarters().forEach(q -> {
            values.add(q.value() == null ? null : q.value().floatValue());
            target.add(aim == null ? null : aim.floatValue());
        }));
        return new Sparkline(values, target, false, false);
    }

    private void changes() {
        Optional<PlanDiff> diff = pack.diff();
        if (diff.isEmpty()) {
            section("changes.none");
            return;
        }
        Plan before = pack.before().orElseThrow();
        section("changes", before.period().code(), String.valueOf(before.revision()));
        if (diff.get().isEmpty()) {
            paper.text(words.text("same"), Paper.Style.BODY);
            return;
        }
        Table table = new Table(
                paper,
                List.of(
                        left("change", 60),
                        left("kpi", 160),
                        left("field", 120),
                        right("was", 140),
                        right("now", 140),
                        right("delta", 80),
                        right("deltaPct", 74)));
        diff.get().items().forEach(change -> change(table, change));
        diff.get().others().forEach(field -> table.row(row("", "", null, field)));
    }

    private void change(Table table, ItemChange change) {
        String kind = words.text("change." + change.kind().name());
        String name = words.name(change.item());
        boolean first = true;
        for (FieldChange field : change.fields()) {
            if (change.kind() == ItemChange.Kind.CHANGED || field.field().equals("weight") || isAim(field)) {
                table.row(row(first ? kind : "", first ? name : "", change.item(), field));
                first = false;
            }
        }
        if (first) {
            table.row(List.of(
                    Cell.note(kind),
                    Cell.strong(name),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of("")));
        }
    }

    private static boolean isAim(FieldChange field) {
        return List.of("target", "low", "high").contains(field.field());
    }

    private List<Cell> row(String kind, String name, @Nullable PlanItem item, FieldChange field) {
        String label = label(field.field());
        if (item != null && field instanceof FieldChange.NumberChange number) {
            UnitKind unit = words.indicator(item).map(Indicator::unitKind).orElse(UnitKind.COUNT);
            UnitKind own = number.isMark() ? unit : UnitKind.POINTS;
            Change change = number.change(unit);
            return List.of(
                    Cell.note(kind),
                    Cell.strong(name),
                    Cell.of(label),
                    Cell.of(words.number(item, number, number.before())),
                    Cell.strong(words.number(item, number, number.after())),
                    Cell.of(words.absolute(item, change, own)),
                    Cell.of(
                            change.relative() == null
                                    ? ""
                                    : texts.numbers().relative(change.relative())
                                            + texts.numbers().percentSign()));
        }
        return List.of(
                Cell.note(kind),
                Cell.strong(name),
                Cell.of(label),
                Cell.of(told(field, true)),
                Cell.strong(told(field, false)),
                Cell.of(""),
                Cell.of(""));
    }

    private String told(FieldChange field, boolean before) {
        if (field instanceof FieldChange.NumberChange number) {
            BigDecimal value = before ? number.before() : number.after();
            return value == null ? NumberText.NO_VALUE : words.plain(value);
        }
        FieldChange.TextChange text = (FieldChange.TextChange) field;
        return Objects.requireNonNullElse(before ? text.before() : text.after(), NumberText.NO_VALUE);
    }

    private String label(String field) {
        String key = "pack.field." + field;
        return texts.bundle().containsKey(key) ? texts.text(key) : field;
    }

    private void findings() {
        long errors = count(Severity.ERROR);
        section("findings", String.valueOf(errors), String.valueOf(count(Severity.WARN)));
        for (Finding finding : pack.findings()) {
            paper.need(2 * Paper.Style.BODY.line() + 3);
            paper.text(
                    words.text("severity." + finding.severity().name()) + " " + finding.code() + "  "
                            + finding.message(texts.locale()),
                    Paper.Style.BODY);
            if (finding.severity() == Severity.WARN) {
                paper.text(
                        plan.answer(finding)
                                .map(Answer::rationale)
                                .map(r -> words.text("rationale", r))
                                .orElseGet(() -> words.text("unanswered")),
                        Paper.Style.NOTE);
            }
            paper.gap(3);
        }
    }

    private long count(Severity severity) {
        return pack.findings().stream().filter(f -> f.severity() == severity).count();
    }

    private void backTest() {
        section("backtest");
        pack.whatIf().scores().forEach(s -> paper.text(s.sentence().in(texts.locale()), Paper.Style.BODY));
    }

    private void consultations() {
        section("consultations");
        if (plan.consultations().isEmpty()) {
            paper.text(words.text("none"), Paper.Style.BODY);
        }
        plan.consultations()
                .forEach(c -> paper.text(
                        texts.dayOfYear(c.at()) + "  " + c.who() + (c.outcome() == null ? "" : ": " + c.outcome()),
                        Paper.Style.BODY));
    }

    private void comments() {
        if (pack.comments().isEmpty()) {
            return;
        }
        section("comments");
        for (PlanComment comment : pack.comments()) {
            String where = comment.item()
                    .map(i -> words.name(plan.items(), i)
                            + comment.field().map(f -> ", " + label(f)).orElse("") + ": ")
                    .orElse("");
            String settled = comment.isBlocking()
                    ? " (" + words.text(comment.resolvedAt().isPresent() ? "resolved" : "blocking") + ")"
                    : "";
            paper.text(
                    (comment.parent().isPresent() ? "    " : "")
                            + pack.setting().name(comment.author()) + ", " + words.day(comment.at()) + settled + "  "
                            + where + comment.text(),
                    Paper.Style.BODY);
        }
    }

    private void signatures() {
        section("signatures");
        if (plan.signatures().isEmpty()) {
            paper.text(words.text("none"), Paper.Style.BODY);
            return;
        }
        Table table = new Table(
                paper,
                List.of(
                        left("meaning", 90),
                        left("signer", 190),
                        left("at", 110),
                        left("method", 80),
                        left("content", 150),
                        left("note", 154)));
        for (Signature signature : plan.signatures()) {
            table.row(List.of(
                    Cell.strong(words.text("meaning." + signature.meaning().name())),
                    Cell.of(words.signer(signature)),
                    Cell.of(words.instant(signature.signedAt())),
                    Cell.of(signature.authMethod()),
                    Cell.of(PackTexts.grouped(signature
                            .contentHash()
                            .substring(0, Math.min(16, signature.contentHash().length())))),
                    Cell.note(signature.comment().orElse(""))));
        }
        paper.text(words.text("simple"), Paper.Style.NOTE);
    }
}
