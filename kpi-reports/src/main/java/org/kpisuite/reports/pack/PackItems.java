package org.kpisuite.reports.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanTerms.About;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.domain.scorecard.WhatIf;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Sparkline;
import org.kpisuite.reports.pack.Table.Cell;

/** The items of a plan as a table: marks beside what the past came to. */
final class PackItems {
    private static final int USUAL_MIN = 6;
    private static final Set<About> COLUMNS = EnumSet.of(About.CONTROL, About.SOURCE);

    private final ApprovalPack pack;
    private final Plan plan;
    private final PackTexts words;
    private final Paper paper;

    PackItems(ApprovalPack pack, PackTexts words, Paper paper) {
        this.pack = pack;
        this.plan = pack.plan();
        this.words = words;
        this.paper = paper;
    }

    void write() {
        Table table = new Table(
                paper,
                List.of(
                        words.left("kpi", 128),
                        words.left("nature", 50),
                        words.right("weight", 38),
                        words.left("history", 62),
                        words.right("mean", 56),
                        words.right("best", 56),
                        words.right("floor", 56),
                        words.right("target", 60),
                        words.right("stretch", 56),
                        words.right("distance", 50),
                        words.left("control", 72),
                        words.left("source", 90)));
        for (PlanItem item : plan.items()) {
            table.row(item.usage() == Usage.EVAL ? scored(item) : diagnostic(item), terms(item));
        }
    }

    /** What is signed and stands in no column. */
    private String terms(PlanItem item) {
        Map<About, String> terms = words.terms(item);
        terms.keySet().removeAll(COLUMNS);
        String usual = pack.whatIf()
                .item(item.key())
                .map(WhatIf.Item::history)
                .flatMap(h -> usual(item, h))
                .orElse("");
        String rationale = Objects.requireNonNullElse(item.texts().get("rationale"), "");
        List<String> parts = new ArrayList<>(terms.values());
        parts.add(usual);
        parts.add(rationale.isEmpty() ? "" : words.text("rationale", rationale));
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    /** Median and spread of the past, by which a target is judged as ambitious (§4.7, L17); of six quarters at least. */
    private Optional<String> usual(PlanItem item, History history) {
        return history.values().size() < USUAL_MIN
                ? Optional.empty()
                : Optional.of(words.text(
                        "usual", words.rounded(item, history.median()), words.rounded(item, history.spread())));
    }

    private String told(PlanItem item, Optional<History> history) {
        String values = history.stream()
                .flatMap(h -> h.quarters().stream())
                .map(q -> q.period().code() + " " + words.value(item, q.value()))
                .collect(Collectors.joining("; "));
        return words.text("history.alt", values, mark(item, "target", "low", "high"));
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
                Cell.of(spark(history, aim), told(item, history)),
                Cell.of(words.rounded(item, mean)),
                Cell.of(words.rounded(item, history.flatMap(h -> h.best(item.direction())))),
                Cell.of(mark(item, "floor", "lowFloor", "highFloor")),
                Cell.strong(mark(item, "target", "low", "high")),
                Cell.of(mark(item, "stretch", "stretch", "stretch")),
                Cell.of(words.distance(item, Optional.ofNullable(aim), mean)),
                Cell.of(control(item)),
                Cell.of(Objects.requireNonNullElse(item.texts().get("dataSource"), NumberText.NO_VALUE)));
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

    private static Drawing spark(Optional<History> history, @Nullable BigDecimal aim) {
        List<@Nullable Float> values = new ArrayList<>();
        List<@Nullable Float> target = new ArrayList<>();
        history.ifPresent(h -> h.quarters().forEach(q -> {
            values.add(q.value() == null ? null : q.value().floatValue());
            target.add(aim == null ? null : aim.floatValue());
        }));
        return new Sparkline(values, target, false, false);
    }
}
