package org.kpisuite.reports.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.plan.FieldChange;
import org.kpisuite.domain.plan.ItemChange;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.reports.pack.Table.Cell;
import org.kpisuite.reports.pdf.Texts;

/** What a plan says otherwise than the one before it, as a table: field by field, weights and targets first. */
final class PackChanges {
    private final ApprovalPack pack;
    private final PackTexts words;
    private final Texts texts;
    private final Paper paper;

    PackChanges(ApprovalPack pack, PackTexts words, Texts texts, Paper paper) {
        this.pack = pack;
        this.words = words;
        this.texts = texts;
        this.paper = paper;
    }

    void write() {
        Optional<PlanDiff> diff = pack.diff();
        if (diff.isEmpty()) {
            return;
        }
        if (diff.get().isEmpty()) {
            paper.text(words.text("same"), Paper.Style.BODY);
            return;
        }
        Table table = new Table(
                paper,
                List.of(
                        words.left("change", 60),
                        words.left("kpi", 160),
                        words.left("field", 120),
                        words.right("was", 140),
                        words.right("now", 140),
                        words.right("delta", 80),
                        words.right("deltaPct", 74)));
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
        String label = words.label(field.field());
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
}
