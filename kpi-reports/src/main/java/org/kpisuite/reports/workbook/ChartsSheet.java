package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.workbook.TrendSheet.Series;

/** The sheet Charts: for each of the first items columns of actual and plan, and lines against the year before. */
final class ChartsSheet {
    /** More would make the file slow to open; every number is on the sheet Trend. */
    private static final int ITEMS_MAX = 12;

    private static final int ITEMS_A_PAGE = 2;
    private static final int FIRST_ROW = 4;
    private static final int ROWS = 14;
    private static final int COLUMNS = 8;
    private static final String NAME_AND_UNIT = "%s, %s";

    private final Book book;
    private final Page page;

    ChartsSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.CHARTS);
    }

    void write() {
        page.spill(0, 0, book.words.text("charts.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("charts.note"), Look.LEGEND);
        List<ScorecardItem> drawn = book.scorecard.items().stream()
                .filter(ChartsSheet::hasActuals)
                .limit(ITEMS_MAX)
                .toList();
        if (drawn.isEmpty()) {
            page.spill(FIRST_ROW, 0, book.words.text("charts.none"), Look.SUBTITLE);
        }
        for (int i = 0; i < drawn.size(); i++) {
            int row = FIRST_ROW + i * (ROWS + 1);
            draw(drawn.get(i), row);
            if (i % ITEMS_A_PAGE == 0 && i > 0) {
                page.sheet().setRowBreak(row - 1);
            }
        }
        page.sheet().setDisplayGridlines(false);
        page.print(book.footer(), 0, 1, 1);
    }

    private static boolean hasActuals(ScorecardItem item) {
        return item.trend().stream().anyMatch(p -> p.actual().usable().isPresent());
    }

    private void draw(ScorecardItem item, int row) {
        ItemText text = new ItemText(item, book.locale);
        String title = text.unit().isEmpty() ? text.name() : NAME_AND_UNIT.formatted(text.name(), text.unit());
        TrendChart columns = chart(item, row, 0, title);
        columns.draw(ChartTypes.BAR, Series.AC, Series.PL);
        TrendChart lines = chart(item, row, COLUMNS + 1, title);
        lines.draw(ChartTypes.LINE, Series.AC, Series.PL, Series.PY);
    }

    private TrendChart chart(ScorecardItem item, int row, int column, String title) {
        var drawing = page.sheet().createDrawingPatriarch();
        var anchor = drawing.createAnchor(0, 0, 0, 0, column, row, column + COLUMNS, row + ROWS);
        return new TrendChart(book, drawing.createChart(anchor), item, title);
    }
}
