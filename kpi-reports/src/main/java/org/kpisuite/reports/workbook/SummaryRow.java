package org.kpisuite.reports.workbook;

import org.apache.poi.ss.util.CellRangeAddress;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** One row of the table on the sheet Summary: looks every number up on the sheet Scorecard, or says why there is none. */
final class SummaryRow {
    private final Book book;
    private final Page page;
    private final ScorecardItem item;
    private final int source;
    private final int row;
    private final ItemText text;
    private final Look look;

    SummaryRow(Book book, Page page, ScorecardItem item, int source, int row) {
        this.book = book;
        this.page = page;
        this.item = item;
        this.source = source;
        this.row = row;
        this.text = new ItemText(item, book.locale);
        this.look = item.usage() == Usage.DIAG ? Look.NUMBER_GREY : Look.NUMBER;
    }

    void write() {
        boolean diagnostic = item.usage() == Usage.DIAG;
        Look words = diagnostic ? Look.TEXT_GREY : Look.TEXT;
        page.text(row, SummaryColumn.NAME.place(), text.name(), words, diagnostic ? 1 : 0);
        page.text(row, SummaryColumn.UNIT.place(), text.unit(), words);
        lookUp(SummaryColumn.WEIGHT, Formats.WEIGHT, "", text.weight());
        cell(SummaryColumn.AC, item.actual());
        cell(SummaryColumn.PL_TO_DATE, item.planToDate());
        variance(SummaryColumn.DELTA_PL, text.deltaPlan());
        relative();
        cell(SummaryColumn.PP, item.previous());
        variance(SummaryColumn.DELTA_PP, text.deltaPrevious());
        cell(SummaryColumn.PY, item.priorYear());
        variance(SummaryColumn.DELTA_PY, text.deltaPriorYear());
        lookUp(SummaryColumn.FC, Formats.value(item.rounding()), NumberText.NO_VALUE, text.forecast());
        page.text(row, SummaryColumn.FC_METHOD.place(), method(), Look.REMARK);
        lookUp(SummaryColumn.A, Formats.POINTS, diagnostic ? "" : NumberText.NO_VALUE, text.achievement());
        status(diagnostic);
        page.blank(row, SummaryColumn.TREND.place(), look, Formats.GENERAL);
        lookUp(SummaryColumn.COMPLETENESS, Formats.SHARE, "", "100%");
        page.text(row, SummaryColumn.NOTE.place(), book.notes.of(item), Look.REMARK);
        page.code(row, SummaryColumn.CODE.place(), item.key(), Look.REMARK);
        colours();
    }

    private String method() {
        return item.forecastMethod().map(ScorecardItem.ForecastMethod::letter).orElse("");
    }

    private void cell(SummaryColumn column, Cell cell) {
        String missing = book.notes.missing(item, cell);
        lookUp(column, Formats.value(item.rounding()), missing, cell.usable().isPresent() ? text.cell(cell) : missing);
    }

    private void variance(SummaryColumn column, String printed) {
        lookUp(column, Formats.variance(item.rounding()), NumberText.NO_VALUE, printed);
    }

    private void lookUp(SummaryColumn column, String format, String otherwise, String printed) {
        String from = column.source().on(source);
        String formula = "IF(ISNUMBER(%s),%s,\"%s\")".formatted(from, from, otherwise.replace("\"", "\"\""));
        page.formula(row, column.place(), formula, look, format, printed);
    }

    /** Percent and points are compared in points; else the relative variance, or the word why there is none. */
    private void relative() {
        SummaryColumn column = SummaryColumn.DELTA_PL_PCT;
        String printed = text.deltaPlanRelative();
        if (item.unitKind().isComparedInPoints() || item.deltaPlan().absolute() == null) {
            page.text(row, column.place(), printed, look);
            return;
        }
        String shown = item.deltaPlan()
                .why()
                .filter(r -> r == Change.Reason.ZERO_BASE)
                .map(r -> Messages.text(book.locale, "change." + r))
                .orElse(printed + "%");
        String format = Formats.variance(Formats.FRACTION);
        page.formula(row, column.place(), column.source().on(source), look, format, shown);
    }

    private void status(boolean diagnostic) {
        int column = SummaryColumn.STATUS.place();
        if (diagnostic) {
            page.blank(row, column, Look.SIGN, Formats.GENERAL);
        } else {
            page.formula(row, column, ItemColumn.STATUS.on(source), Look.SIGN, Formats.GENERAL, "●");
        }
    }

    private void colours() {
        colour(SummaryColumn.DELTA_PL, SummaryColumn.DELTA_PL_PCT);
        colour(SummaryColumn.DELTA_PP, SummaryColumn.DELTA_PP);
        colour(SummaryColumn.DELTA_PY, SummaryColumn.DELTA_PY);
    }

    private void colour(SummaryColumn from, SummaryColumn to) {
        CellRangeAddress range = new CellRangeAddress(row, row, from.place(), to.place());
        Signs.colourVariance(page.sheet(), range, item.direction(), book.look.palette());
    }
}
