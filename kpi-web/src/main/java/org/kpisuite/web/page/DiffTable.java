package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.plan.FieldChange;
import org.kpisuite.domain.plan.FieldChange.NumberChange;
import org.kpisuite.domain.plan.FieldChange.TextChange;
import org.kpisuite.domain.plan.ItemChange;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.plan.PlanDiffs;

/** What differs between two plans, as the pages print it: a row for each field, under the name of its item. */
public final class DiffTable {
    private static final Set<String> MARKS =
            Set.of("target", "low", "high", "stretch", "floor", "lowFloor", "highFloor", "baseline", "goalValue");
    private static final Set<String> SHOWN_OF_NEW = Set.of("weight", "target", "low", "high", "stretch", "floor");
    private static final Set<String> OF_QUARTER = Set.of("answers[", "consultations[");
    private static final Set<String> CHOICES =
            Set.of("usage", "direction", "phasing", "controllability", "gate.mode", "businessStage");

    private final PlanDiff diff;
    private final PlanText text;
    private final Reader reader;
    private final Map<String, PastSpark.Shown> sparks;

    /** Without what is said of one quarter alone, where plans of two quarters are compared. */
    DiffTable(PlanDiffs.Compared compared, PlanText text, Reader reader, Map<String, PastSpark.Shown> sparks) {
        boolean oneQuarter = compared.before()
                .filter(b -> b.period().equals(compared.plan().period()))
                .isPresent();
        this.diff = new PlanDiff(
                compared.diff().items(),
                compared.diff().others().stream()
                        .filter(f -> oneQuarter || OF_QUARTER.stream().noneMatch(f.field()::startsWith))
                        .toList());
        this.text = text;
        this.reader = reader;
        this.sparks = sparks;
    }

    /**
     * One field.
     *
     * @param tag what became of the item; empty on the rows below its first
     * @param words whether both sides are texts, which take the width of the numbers
     */
    public record Row(
            String key,
            String tag,
            String kind,
            String name,
            boolean struck,
            String field,
            boolean words,
            String was,
            String now,
            String delta,
            String percent,
            PastSpark.@Nullable Shown spark) {}

    public boolean isNothing() {
        return diff.isEmpty();
    }

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (ItemChange change : diff.items()) {
            boolean first = true;
            for (Line line : lines(change)) {
                rows.add(row(change, line, first));
                first = false;
            }
        }
        boolean first = true;
        for (FieldChange change : diff.others()) {
            Line line = line(null, change);
            rows.add(new Row(
                    "",
                    first ? reader.text("diff.CHANGED") : "",
                    "",
                    first ? reader.text("diff.plan") : "",
                    false,
                    line.field,
                    line.words,
                    line.was,
                    line.now,
                    line.delta,
                    line.percent,
                    null));
            first = false;
        }
        return rows;
    }

    /** How many scored and other items differ: {@code 2 KPIs and 2 metrics}. */
    public String getCount() {
        long scored = diff.items().stream().filter(ItemChange::isScored).count();
        return reader.text(
                "diff.count",
                CountedWord.KPI.text(scored, reader.getLocale()),
                CountedWord.METRIC.text(diff.items().size() - scored, reader.getLocale()));
    }

    private record Line(String field, boolean words, String was, String now, String delta, String percent) {}

    private Row row(ItemChange change, Line line, boolean first) {
        PlanItem item = change.item();
        String unit = text.unit(item).isEmpty() ? "" : ", " + text.unit(item);
        return new Row(
                change.key(),
                first ? reader.text("diff." + change.kind().name()) : "",
                change.kind() == ItemChange.Kind.ADDED ? "solid" : "",
                first ? text.name(item) + unit : "",
                change.kind() == ItemChange.Kind.REMOVED,
                line.field,
                line.words,
                line.was,
                line.now,
                line.delta,
                line.percent,
                first ? sparks.get(change.key()) : null);
    }

    /** All fields of a changed item; what is wanted of a new one that is scored; one line for any other. */
    private List<Line> lines(ItemChange change) {
        PlanItem item = change.item();
        if (change.kind() == ItemChange.Kind.CHANGED) {
            return change.fields().stream().map(f -> line(item, f)).toList();
        }
        if (change.kind() == ItemChange.Kind.ADDED && item.usage() == Usage.EVAL) {
            return change.fields().stream()
                    .filter(f -> SHOWN_OF_NEW.contains(f.field()))
                    .map(f -> line(item, f))
                    .toList();
        }
        String weight = reader.text("diff.weight", text.bare(item.weight()));
        boolean added = change.kind() == ItemChange.Kind.ADDED;
        return List.of(new Line(
                role(item, added),
                false,
                added ? NumberText.NO_VALUE : weight,
                added ? weight : NumberText.NO_VALUE,
                "",
                ""));
    }

    private String role(PlanItem item, boolean added) {
        if (item.usage() == Usage.EVAL) {
            return reader.text("usage.EVAL");
        }
        String explains = item.explains();
        return explains == null
                ? reader.text("diff.metric")
                : reader.text(added ? "diff.metric.explains" : "diff.metric.explained", text.nameOf(explains));
    }

    private Line line(@Nullable PlanItem item, FieldChange change) {
        if (change instanceof NumberChange number) {
            return line(item, number);
        }
        TextChange words = (TextChange) change;
        return new Line(
                field(change.field()),
                true,
                words(change.field(), words.before()),
                words(change.field(), words.after()),
                "",
                "");
    }

    private Line line(@Nullable PlanItem item, NumberChange number) {
        UnitKind unit = item == null
                ? UnitKind.RATIO
                : text.indicator(item.indicator()).map(Indicator::unitKind).orElse(UnitKind.COUNT);
        boolean mark = item != null && MARKS.contains(number.field());
        Change change = number.change(unit);
        boolean points = mark && unit == UnitKind.PERCENT;
        return new Line(
                field(number.field()),
                false,
                value(mark ? item : null, number.before()),
                value(mark ? item : null, number.after()),
                change.absoluteValue()
                        .map(d -> signed(points ? d.movePointRight(2) : d))
                        .orElse(""),
                points ? Messages.text(reader.getLocale(), "unit.pp") : percent(change));
    }

    private String percent(Change change) {
        if (change.absolute() == null || change.reason() == Change.Reason.POINTS_ONLY) {
            return "";
        }
        return change.relativeValue()
                .map(r -> reader.numbers().relative(r) + reader.numbers().percentSign())
                .orElseGet(() -> change.why()
                        .map(w -> Messages.text(reader.getLocale(), "change." + w.name()))
                        .orElse(""));
    }

    private String value(@Nullable PlanItem item, @Nullable BigDecimal value) {
        if (item != null) {
            return text.value(item, value);
        }
        return value == null ? NumberText.NO_VALUE : text.bare(value);
    }

    private String signed(BigDecimal value) {
        return value.signum() > 0 ? "+" + text.bare(value) : text.bare(value);
    }

    /** The name of a field; of one that stands for another thing, {@code answers[L17 LEADS]}, with what it stands for. */
    private String field(String field) {
        int bracket = field.indexOf('[');
        if (bracket < 0) {
            return reader.text("diff.field." + field);
        }
        String of = field.substring(bracket + 1, field.length() - 1);
        return reader.text("diff.field." + field.substring(0, bracket), of);
    }

    private String words(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return NumberText.NO_VALUE;
        }
        if (field.equals("explains") || field.equals("qualityPair")) {
            return text.nameOf(value);
        }
        String key = "diff.value." + value;
        return CHOICES.contains(field) && reader.knows(key) ? reader.text(key) : value;
    }
}
