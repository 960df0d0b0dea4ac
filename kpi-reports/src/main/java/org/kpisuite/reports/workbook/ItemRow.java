package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** One row of the sheet Scorecard. */
final class ItemRow {
    /** A weight of 100 at the highest cap. */
    private static final String WIDEST_PRODUCT = "12,000.0";

    private static final String RELATIVE = "+100.0%";
    private static final String LABELLED = "rel. +100.0%";
    private static final String WIDEST_PERCENT = "1,000.0%";

    private final Book book;
    private final Page page;
    private final DataFormula data;
    private final ScorecardItem item;
    private final int row;
    private final ItemText text;
    private final String valueFormat;
    private final String varianceFormat;

    ItemRow(Book book, Page page, DataFormula data, ScorecardItem item, int row) {
        this.book = book;
        this.page = page;
        this.data = data;
        this.item = item;
        this.row = row;
        this.text = new ItemText(item, book.locale);
        this.valueFormat = Formats.value(item.rounding());
        this.varianceFormat = Formats.variance(item.rounding());
    }

    void write() {
        words();
        values();
        variances();
        anchors();
        scoring();
        helpers();
    }

    private void words() {
        page.code(row, ItemColumn.CODE.place(), item.key(), Look.TEXT);
        text(ItemColumn.NAME, text.name());
        text(ItemColumn.NATURE, book.translated("nature." + item.nature()));
        text(ItemColumn.USAGE, book.words.text("usage." + item.usage()));
        remark(ItemColumn.UNIT, text.unit());
        remark(ItemColumn.FC_METHOD, item.forecastMethod().map(m -> m.letter()).orElse(""));
        remark(ItemColumn.DIRECTION, book.words.text("direction." + item.direction()));
        remark(ItemColumn.EXPLAINS, item.explains() == null ? "" : item.explains());
        remark(ItemColumn.NOTE, book.notes.of(item));
        String code = book.scorecard.traceCode(item).toString();
        page.link(row, ItemColumn.TRACE.place(), code, book.evidence.traceAddress());
    }

    private void text(ItemColumn column, String words) {
        page.text(row, column.place(), words, Look.TEXT);
    }

    private void remark(ItemColumn column, String words) {
        page.text(row, column.place(), words, Look.REMARK);
    }

    private void values() {
        sourced(Kind.ACTUAL, List.of(ItemColumn.NUM, ItemColumn.DEN, ItemColumn.AC), item.actual());
        sourced(Kind.PREVIOUS, List.of(ItemColumn.NUM_PP, ItemColumn.DEN_PP, ItemColumn.PP), item.previous());
        sourced(Kind.PRIOR_YEAR, List.of(ItemColumn.NUM_PY, ItemColumn.DEN_PY, ItemColumn.PY), item.priorYear());
        fromPlan(ItemColumn.PL, PlanColumn.PLAN, item.plan().usable().orElse(null), valueFormat);
        fromPlan(
                ItemColumn.PL_TO_DATE,
                PlanColumn.PL_TO_DATE,
                item.planToDate().usable().orElse(null),
                valueFormat);
        value(ItemColumn.FC, item.forecast());
        Optional<BigDecimal> received = item.actual().usable().isPresent()
                ? Optional.empty()
                : item.actual().raw();
        checked(ItemColumn.RECEIVED, received, valueFormat);
        checked(ItemColumn.COMPLETENESS, Expected.share(item.completeness()), Formats.SHARE);
        if (item.dataTo() == null) {
            page.blank(row, ItemColumn.DATA_TO.place(), Look.NUMBER, Formats.DATE);
        } else {
            page.date(row, ItemColumn.DATA_TO.place(), item.dataTo(), Look.NUMBER);
        }
    }

    /** Numerator, denominator and value as formulas on the sheet Data, where they come to the scorecard's number. */
    private void sourced(Kind kind, List<ItemColumn> columns, Cell cell) {
        Optional<Sourced> live = book.evidence
                .of(item.key())
                .filter(w -> cell.usable().isPresent())
                .flatMap(w -> w.step(kind))
                .flatMap(step -> Sourced.of(step, data))
                .filter(s -> Cells.same(Optional.of(new BigDecimal(s.value())), cell.usable()));
        if (live.isEmpty()) {
            blank(columns.get(0), Formats.EXACT);
            blank(columns.get(1), Formats.EXACT);
            value(columns.get(2), cell);
            return;
        }
        Sourced sourced = live.get();
        String numerator = columns.get(0).at(row);
        String denominator = columns.get(1).at(row);
        term(columns.get(0), sourced.numerator());
        if (sourced.denominator() == null) {
            blank(columns.get(1), Formats.EXACT);
            computed(columns.get(2), numerator, valueFormat, cell.usable());
            return;
        }
        term(columns.get(1), sourced.denominator());
        String factor = sourced.factor().equals("1") ? "" : sourced.factor() + "*";
        String quotient = "IF(%2$s=0,\"\",%3$s%1$s/%2$s)".formatted(numerator, denominator, factor);
        computed(columns.get(2), quotient, valueFormat, cell.usable());
    }

    private void term(ItemColumn column, Sourced.Term term) {
        BigDecimal value = new BigDecimal(term.value());
        String printed = book.numbers.value(value, new Rounding(0, 2));
        XSSFCell cell = page.number(row, column.place(), value, Look.NUMBER_GREY, Formats.EXACT, printed);
        book.sources.add(new SourceCell(cell, term.text()));
    }

    private void value(ItemColumn column, Cell cell) {
        checked(column, cell.usable(), valueFormat);
    }

    /** A number that the scorecard gives: a typed cell, or an empty one. */
    private void checked(ItemColumn column, Optional<BigDecimal> value, String format) {
        Optional<XSSFCell> cell = value.map(v -> constant(column, v, format));
        book.checks.add(
                item.key(), book.words.text("column." + column), cell.orElseGet(() -> blank(column, format)), value);
    }

    private XSSFCell constant(ItemColumn column, BigDecimal value, String format) {
        return page.number(row, column.place(), value, Look.NUMBER, format, printed(value));
    }

    private String printed(BigDecimal value) {
        return book.numbers.variance(value, item.rounding());
    }

    private XSSFCell blank(ItemColumn column, String format) {
        return page.blank(row, column.place(), Look.NUMBER, format);
    }

    private void variances() {
        absolute(ItemColumn.DELTA_PL, ItemColumn.PL_TO_DATE, item.deltaPlan());
        absolute(ItemColumn.DELTA_PP, ItemColumn.PP, item.deltaPrevious());
        absolute(ItemColumn.DELTA_PY, ItemColumn.PY, item.deltaPriorYear());
        relative(ItemColumn.DELTA_PL_PCT, ItemColumn.PL_TO_DATE, item.deltaPlan());
        relative(ItemColumn.DELTA_PY_PCT, ItemColumn.PY, item.deltaPriorYear());
    }

    private void absolute(ItemColumn column, ItemColumn reference, Change change) {
        String ac = ItemColumn.AC.at(row);
        String ref = reference.at(row);
        String formula = "IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s-%s,\"\")".formatted(ac, ref, ac, ref);
        computed(column, formula, varianceFormat, change.absoluteValue());
    }

    /** Points are compared in points only; everything else by the table of domain specification §2.4. */
    private void relative(ItemColumn column, ItemColumn reference, Change change) {
        if (change.why().filter(r -> r == Change.Reason.POINTS_ONLY).isPresent()) {
            blank(column, Formats.GENERAL);
            return;
        }
        String ac = ItemColumn.AC.at(row);
        String ref = reference.at(row);
        String none = book.translated("change.NO_REF");
        String zero = book.translated("change.ZERO_BASE");
        String negative = book.translated("change.NEG_BASE");
        String formula = ("IF(NOT(AND(ISNUMBER(%1$s),ISNUMBER(%2$s))),\"%3$s\",IF(%2$s=0,IF(%1$s=0,0,\"%4$s\"),"
                        + "IF(OR(%2$s<0,%1$s<0),\"%5$s\",(%1$s-%2$s)/%2$s)))")
                .formatted(ac, ref, none, zero, negative);
        String format = relativeFormat();
        computed(column, formula, format, change.relativeValue(), format.startsWith("[") ? RELATIVE : LABELLED);
    }

    /** Of a percentage it is labelled, so that nobody takes it for points. */
    private String relativeFormat() {
        return item.unitKind() == UnitKind.PERCENT
                ? Formats.labelled(book.translated("change.relative"), Formats.FRACTION)
                : Formats.variance(Formats.FRACTION);
    }

    private void computed(ItemColumn column, String formula, String format, Optional<BigDecimal> expected) {
        computed(column, formula, format, expected, expected.map(this::printed).orElse(""));
    }

    private void computed(
            ItemColumn column, String formula, String format, Optional<BigDecimal> expected, String printed) {
        XSSFCell cell = page.formula(row, column.place(), formula, Look.NUMBER, format, printed);
        book.checks.add(item.key(), book.words.text("column." + column), cell, expected);
    }

    /** Weight and marks stand on the sheet Plan; here they are looked up. */
    private void anchors() {
        ScorecardItem.Anchors anchors = item.anchors();
        boolean scored = item.usage() == Usage.EVAL && item.weight().signum() != 0;
        fromPlan(ItemColumn.WEIGHT, PlanColumn.WEIGHT, scored ? item.weight() : null, Formats.WEIGHT);
        fromPlan(ItemColumn.FLOOR, PlanColumn.FLOOR, anchors.floor(), valueFormat);
        fromPlan(ItemColumn.TARGET, PlanColumn.TARGET, anchors.target(), valueFormat);
        fromPlan(ItemColumn.STRETCH, PlanColumn.STRETCH, anchors.stretch(), valueFormat);
        fromPlan(ItemColumn.LOW, PlanColumn.LOW, anchors.low(), valueFormat);
        fromPlan(ItemColumn.HIGH, PlanColumn.HIGH, anchors.high(), valueFormat);
        fromPlan(ItemColumn.LOW_FLOOR, PlanColumn.LOW_FLOOR, anchors.lowFloor(), valueFormat);
        fromPlan(ItemColumn.HIGH_FLOOR, PlanColumn.HIGH_FLOOR, anchors.highFloor(), valueFormat);
        fromPlan(ItemColumn.FLOOR_SCORE, PlanColumn.FLOOR_SCORE, scored ? anchors.floorScore() : null, Formats.WEIGHT);
        fromPlan(ItemColumn.CAP, PlanColumn.CAP, scored ? anchors.cap() : null, Formats.WEIGHT);
    }

    private void fromPlan(ItemColumn column, PlanColumn from, @Nullable BigDecimal value, String format) {
        if (value == null) {
            blank(column, format);
            return;
        }
        computed(column, from.on(row), format, Optional.of(value));
    }

    private void scoring() {
        String ac = ItemColumn.AC.at(row);
        String pl = ItemColumn.PL_TO_DATE.at(row);
        if (item.direction() == Direction.BAND) {
            blank(ItemColumn.FULFILMENT, Formats.SHARE);
        } else {
            String fulfilment = "IF(AND(ISNUMBER(%1$s),ISNUMBER(%2$s)),IF(AND(%1$s>0,%2$s>0),%1$s/%2$s,\"\"),\"\")";
            String format = Formats.value(Formats.FRACTION);
            page.formula(
                    row,
                    ItemColumn.FULFILMENT.place(),
                    fulfilment.formatted(ac, pl),
                    Look.NUMBER,
                    format,
                    WIDEST_PERCENT);
        }
        Optional<String> formula = Achievements.formula(item, row);
        if (formula.isPresent()) {
            computed(ItemColumn.A, formula.get(), Formats.POINTS, item.scored());
        } else {
            checked(ItemColumn.A, item.scored(), Formats.POINTS);
        }
        String a = ItemColumn.A.at(row);
        page.formula(
                row,
                ItemColumn.STATUS.place(),
                Signs.formula(a, item.beside().limits()),
                Look.SIGN,
                Formats.GENERAL,
                "");
        String lost = "IF(ISNUMBER(%s),MAX(0,%s*(100-%s)/100),\"\")".formatted(a, ItemColumn.WEIGHT.at(row), a);
        computed(ItemColumn.POINTS, lost, Formats.POINTS, item.pointsLost());
    }

    private void helpers() {
        String a = ItemColumn.A.at(row);
        String weight = ItemColumn.WEIGHT.at(row);
        helper(ItemColumn.SCORED_WEIGHT, "IF(ISNUMBER(%s),SUM(%s),0)".formatted(a, weight));
        helper(ItemColumn.SCORED_POINTS, "IF(ISNUMBER(%1$s),SUM(%2$s)*%1$s,0)".formatted(a, weight));
        String open = "IF(ISNUMBER(%s),0,SUM(%s)*SUM(%s))".formatted(a, weight, ItemColumn.CAP.at(row));
        helper(ItemColumn.OPEN_POINTS, open);
    }

    private void helper(ItemColumn column, String formula) {
        page.formula(row, column.place(), formula, Look.NUMBER_GREY, Formats.PRODUCT, WIDEST_PRODUCT);
    }
}
