package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;

/** The sheet Trend: each item in the last periods, one row a scenario; what the charts draw. */
final class TrendSheet {
    static final int HEAD_ROW = 3;
    static final int FIRST_ROW = 4;
    static final int FIRST_PERIOD_COLUMN = 4;

    private final Book book;
    private final Page page;

    /** The rows of an item, from the top. */
    enum Series {
        AC,
        PL,
        PP,
        PY;

        Cell of(TrendPoint point) {
            return switch (this) {
                case AC -> point.actual();
                case PL -> point.plan();
                case PP -> point.previous();
                case PY -> point.priorYear();
            };
        }

        int place() {
            return List.of(values()).indexOf(this);
        }
    }

    TrendSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.TREND);
    }

    /** The row (from 0) of a series of the item at that place of the scorecard. */
    static int row(int item, Series series) {
        return FIRST_ROW + item * Series.values().length + series.place();
    }

    /** The actuals of an item, for a formula on any sheet. */
    static String range(Scorecard scorecard, ScorecardItem item) {
        int row = row(scorecard.items().indexOf(item), Series.AC) + 1;
        int last = FIRST_PERIOD_COLUMN + Math.max(1, scorecard.trendPeriods().size()) - 1;
        return "%s!$%s$%d:$%s$%d"
                .formatted(
                        SheetName.TREND.title(),
                        CellReference.convertNumToColString(FIRST_PERIOD_COLUMN),
                        row,
                        CellReference.convertNumToColString(last),
                        row);
    }

    void write() {
        page.spill(0, 0, book.words.text("trend.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("trend.note"), Look.LEGEND);
        page.heading(HEAD_ROW, 0, book.words.text("column.CODE"), Look.HEAD_LEFT);
        page.heading(HEAD_ROW, 1, book.words.text("column.NAME"), Look.HEAD_LEFT);
        page.heading(HEAD_ROW, 2, book.words.text("column.UNIT"), Look.HEAD_LEFT);
        page.heading(HEAD_ROW, 3, book.words.text("column.SCENARIO"), Look.HEAD_LEFT);
        for (int i = 0; i < book.scorecard.trendPeriods().size(); i++) {
            String code = book.scorecard.trendPeriods().get(i).code();
            page.heading(HEAD_ROW, FIRST_PERIOD_COLUMN + i, code, Look.HEAD);
        }
        List<ScorecardItem> items = book.scorecard.items();
        for (int i = 0; i < items.size(); i++) {
            for (Series series : Series.values()) {
                write(items.get(i), series, row(i, series));
            }
        }
        int last = Math.max(FIRST_ROW, row(items.size(), Series.AC) - 1);
        int lastColumn =
                FIRST_PERIOD_COLUMN + Math.max(1, book.scorecard.trendPeriods().size()) - 1;
        page.sheet().createFreezePane(FIRST_PERIOD_COLUMN, FIRST_ROW);
        page.sheet().setAutoFilter(new CellRangeAddress(HEAD_ROW, last, 0, lastColumn));
        page.print(book, HEAD_ROW, HEAD_ROW, 1);
        page.fitColumns();
        page.fitRows(HEAD_ROW);
    }

    private void write(ScorecardItem item, Series series, int row) {
        ItemText text = new ItemText(item, book.locale);
        Look look = series == Series.AC ? Look.NUMBER : Look.NUMBER_GREY;
        Look words = series == Series.AC ? Look.TEXT : Look.TEXT_GREY;
        page.code(row, 0, item.key(), words);
        page.text(row, 1, text.name(), words);
        page.text(row, 2, text.unit(), words);
        page.text(row, 3, series.name(), words);
        String format = Formats.value(item.rounding());
        for (TrendPoint point : item.trend()) {
            int period = book.scorecard.trendPeriods().indexOf(point.period());
            Cell cell = series.of(point);
            cell.usable()
                    .ifPresentOrElse(
                            v -> page.number(row, FIRST_PERIOD_COLUMN + period, v, look, format, text.cell(cell)),
                            () -> page.blank(row, FIRST_PERIOD_COLUMN + period, look, format));
        }
    }
}
