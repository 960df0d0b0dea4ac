package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** The sheet Plan: weights and marks of the approved plan, to the days that each actual covers. */
final class PlanSheet {
    private final Book book;
    private final ItemsSheet items;
    private final Page page;

    PlanSheet(Book book, ItemsSheet items) {
        this.book = book;
        this.items = items;
        this.page = book.page(SheetName.PLAN);
    }

    void write() {
        page.spill(0, 0, book.words.text("plan.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, mark(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("plan.note"), Look.LEGEND);
        for (PlanColumn column : PlanColumn.values()) {
            page.heading(ItemsSheet.HEAD_ROW, column.place(), heading(column), look(column));
        }
        book.scorecard.items().forEach(item -> write(item, items.row(item)));
        int last = PlanColumn.values().length - 1;
        page.sheet().createFreezePane(PlanColumn.USAGE.place(), ItemsSheet.FIRST_ROW);
        page.sheet().setAutoFilter(new CellRangeAddress(ItemsSheet.HEAD_ROW, items.lastRow(), 0, last));
        page.print(book, ItemsSheet.HEAD_ROW, ItemsSheet.HEAD_ROW, 1);
        page.fitColumns();
        page.fitRows(ItemsSheet.HEAD_ROW);
    }

    private String mark() {
        return book.scorecard
                .plan()
                .map(p -> book.words.text(
                        "plan.mark",
                        Long.toString(p.id()),
                        Integer.toString(p.revision()),
                        book.translated("plan.state." + p.state()),
                        p.hash()))
                .orElseGet(() -> book.translated("plan.not-approved"));
    }

    private String heading(PlanColumn column) {
        return book.words.text("column." + (column == PlanColumn.PLAN ? ItemColumn.PL.name() : column.name()));
    }

    private static Look look(PlanColumn column) {
        return switch (column) {
            case CODE, NAME, USAGE -> Look.HEAD_LEFT;
            case UNIT, DIRECTION, EXPLAINS, GATE, GATE_STATE, GATE_MODE -> Look.HEAD_REMARK;
            default -> Look.HEAD;
        };
    }

    private void write(ScorecardItem item, int row) {
        ItemText text = new ItemText(item, book.locale);
        ScorecardItem.Anchors anchors = item.anchors();
        boolean scored = item.usage() == Usage.EVAL && item.weight().signum() != 0;
        page.code(row, PlanColumn.CODE.place(), item.key(), Look.TEXT);
        page.text(row, PlanColumn.NAME.place(), text.name(), Look.TEXT);
        page.text(row, PlanColumn.USAGE.place(), book.words.text("usage." + item.usage()), Look.TEXT);
        page.text(row, PlanColumn.UNIT.place(), text.unit(), Look.REMARK);
        page.text(row, PlanColumn.DIRECTION.place(), book.words.text("direction." + item.direction()), Look.REMARK);
        plain(row, PlanColumn.WEIGHT, scored ? item.weight() : null);
        plain(row, PlanColumn.CAP, scored ? anchors.cap() : null);
        number(row, PlanColumn.FLOOR, anchors.floor(), item);
        number(row, PlanColumn.TARGET, anchors.target(), item);
        number(row, PlanColumn.STRETCH, anchors.stretch(), item);
        number(row, PlanColumn.LOW, anchors.low(), item);
        number(row, PlanColumn.HIGH, anchors.high(), item);
        number(row, PlanColumn.LOW_FLOOR, anchors.lowFloor(), item);
        number(row, PlanColumn.HIGH_FLOOR, anchors.highFloor(), item);
        plain(row, PlanColumn.FLOOR_SCORE, scored ? anchors.floorScore() : null);
        number(row, PlanColumn.PLAN, item.plan().usable().orElse(null), item);
        number(row, PlanColumn.PL_TO_DATE, item.planToDate().usable().orElse(null), item);
        item.beside().gate().ifPresentOrElse(gate -> gate(row, gate), () -> noGate(row));
        page.text(row, PlanColumn.EXPLAINS.place(), item.explains() == null ? "" : item.explains(), Look.REMARK);
    }

    /** The codes of state and mode are what formulas ask for; the sentence stands among the notes. */
    private void gate(int row, GateResult result) {
        page.code(row, PlanColumn.GATE.place(), result.gate().toString(), Look.REMARK);
        page.code(row, PlanColumn.GATE_STATE.place(), result.state().name(), Look.TEXT);
        page.code(row, PlanColumn.GATE_MODE.place(), result.gate().mode().name(), Look.TEXT);
        plain(row, PlanColumn.GATE_THRESHOLD, result.gate().threshold());
        plain(row, PlanColumn.GATE_CAP, result.gate().cap().orElse(null));
        BigDecimal quotient = result.quotient().map(Rational::value).orElse(null);
        String printed = new GateText(result, book.locale).value().orElse("");
        cell(row, PlanColumn.GATE_QUOTIENT, quotient, Formats.QUOTIENT, printed);
    }

    private void noGate(int row) {
        for (PlanColumn column : PlanColumn.GATES) {
            page.blank(row, column.place(), Look.TEXT, Formats.GENERAL);
        }
    }

    private void plain(int row, PlanColumn column, @Nullable BigDecimal value) {
        cell(row, column, value, Formats.WEIGHT, value == null ? "" : value.toPlainString());
    }

    private void number(int row, PlanColumn column, @Nullable BigDecimal value, ScorecardItem item) {
        String printed = value == null ? "" : book.numbers.value(value, item.rounding());
        cell(row, column, value, Formats.value(item.rounding()), printed);
    }

    private void cell(int row, PlanColumn column, @Nullable BigDecimal value, String format, String printed) {
        if (value == null) {
            page.blank(row, column.place(), Look.NUMBER, format);
        } else {
            page.number(row, column.place(), value, Look.NUMBER, format, printed);
        }
    }
}
