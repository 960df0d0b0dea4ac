package org.kpisuite.reports.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.PlanHeadline;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil.Side;
import org.kpisuite.reports.pack.Paper.Place;
import org.kpisuite.reports.pack.Paper.Told;
import org.kpisuite.reports.pack.Table.Cell;
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
        section("items", words.text("sum", weight(Nature.LEAD), weight(Nature.LAG)));
        new PackItems(pack, words, paper).write();
        pack.before()
                .ifPresentOrElse(
                        b -> section("changes", b.period().code(), String.valueOf(b.revision())),
                        () -> section("changes.none"));
        new PackChanges(pack, words, texts, paper).write();
        findings();
        backTest();
        consultations();
        comments();
        signatures();
    }

    private void section(String key, Object... arguments) {
        paper.need(7 * Paper.Style.SECTION.line());
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
        words.children(plan.written()).ifPresent(children -> fact("children", children));
        fact("hash", plan.hash().map(PackTexts::grouped).orElse(words.text("no-hash")));
        fact("link", pack.setting().link());
        paper.text(words.text("how"), Paper.Style.NOTE);
    }

    private static final float FACT_WIDTH = 110;

    private void fact(String key, String value) {
        List<String> lines = paper.broken(value, Paper.WIDTH - FACT_WIDTH, Paper.Style.BODY);
        paper.put(List.of(words.text("fact." + key)), Place.LEFT, Paper.Style.NOTE, Told.as("TR"));
        paper.put(lines, new Place(FACT_WIDTH, Side.LEFT), Paper.Style.BODY, Told.as("TD"));
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

    private String weight(Nature nature) {
        return words.plain(plan.items().stream()
                .filter(i ->
                        words.indicator(i).filter(k -> k.nature() == nature).isPresent())
                .map(PlanItem::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void findings() {
        long errors = count(Severity.ERROR);
        section("findings", String.valueOf(errors), String.valueOf(count(Severity.WARN)));
        for (Finding finding : pack.lint().findings()) {
            found(finding);
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
        if (!pack.lint().since().isEmpty()) {
            paper.need(2 * Paper.Style.BODY.line() + 3);
            paper.text(words.text("since"), Paper.Style.NOTE);
            pack.lint().since().forEach(this::found);
        }
    }

    private void found(Finding finding) {
        paper.need(2 * Paper.Style.BODY.line() + 3);
        paper.text(
                words.text("severity." + finding.severity().name()) + " " + finding.code() + "  "
                        + finding.message(texts.locale()),
                Paper.Style.BODY);
    }

    private long count(Severity severity) {
        return pack.lint().findings().stream()
                .filter(f -> f.severity() == severity)
                .count();
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
        pack.comments().stream().filter(c -> c.parent().isEmpty()).forEach(first -> {
            comment(first, where(first));
            pack.comments().stream()
                    .filter(c -> c.parent().filter(p -> p == first.id()).isPresent())
                    .forEach(answer -> comment(answer, ""));
        });
    }

    /** What a thread is about: {@code Leads, target: }; empty for the whole plan. */
    private String where(PlanComment first) {
        String where = Stream.of(
                        first.item().map(i -> words.name(plan.items(), i)),
                        first.field().map(words::label))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? "" : where + ": ";
    }

    private void comment(PlanComment comment, String where) {
        String settled = comment.isBlocking()
                ? " (" + words.text(comment.resolvedAt().isPresent() ? "resolved" : "blocking") + ")"
                : "";
        paper.text(
                (comment.parent().isPresent() ? "    " : "")
                        + pack.setting().name(comment.author()) + ", " + words.day(comment.at()) + settled + "  "
                        + where + comment.text(),
                Paper.Style.BODY);
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
                        words.left("meaning", 90),
                        words.left("signer", 190),
                        words.left("at", 110),
                        words.left("method", 80),
                        words.left("content", 150),
                        words.left("note", 154)));
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
