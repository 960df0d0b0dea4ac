package org.kpisuite.reports.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** The sheet Scorecard: one row an item, in plan order, numbers as typed cells and what follows from them as formulas. */
final class ItemsSheet {
    static final int HEAD_ROW = 3;
    static final int FIRST_ROW = 4;

    private final Book book;
    private final Page page;
    private final DataFormula data;
    private final Map<String, Integer> rows = new HashMap<>();

    ItemsSheet(Book book, DataFormula data) {
        this.book = book;
        this.data = data;
        this.page = book.page(SheetName.SCORECARD);
        List<ScorecardItem> items = book.scorecard.items();
        for (int i = 0; i < items.size(); i++) {
            rows.put(items.get(i).key(), FIRST_ROW + i);
        }
    }

    /** The row (from 0) of an item. */
    int row(ScorecardItem item) {
        return rows.get(item.key());
    }

    /** The last row (from 0) that formulas over all items take in; there is always one, be it empty. */
    int lastRow() {
        return Math.max(FIRST_ROW, FIRST_ROW + book.scorecard.items().size() - 1);
    }

    void write() {
        page.spill(0, 0, book.words.text("scorecard.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("scorecard.note"), Look.LEGEND);
        for (ItemColumn column : ItemColumn.values()) {
            page.heading(HEAD_ROW, column.place(), book.words.text("column." + column), headLook(column));
        }
        book.scorecard.items().forEach(item -> new ItemRow(book, page, data, item, row(item)).write());
        int status = ItemColumn.STATUS.place();
        Signs.colourStatus(
                page.sheet(), new CellRangeAddress(FIRST_ROW, lastRow(), status, status), book.look.palette());
        page.sheet().createFreezePane(ItemColumn.NATURE.place(), FIRST_ROW);
        page.sheet().setAutoFilter(new CellRangeAddress(HEAD_ROW, lastRow(), 0, ItemColumn.values().length - 1));
        page.print(book, HEAD_ROW, HEAD_ROW, 3);
        page.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, 0, ItemColumn.NAME.place()));
        page.fitColumns();
        page.fitRows(HEAD_ROW);
        trends();
        int points = ItemColumn.POINTS.place();
        Signs.bars(page.sheet(), new CellRangeAddress(FIRST_ROW, lastRow(), points, points), book.look.palette());
        book.name("Items", range(ItemColumn.CODE, ItemColumn.EXPLAINS));
    }

    private void trends() {
        Sparklines lines = new Sparklines();
        for (ScorecardItem item : book.scorecard.items()) {
            lines.add(book.scorecard, item, ItemColumn.TREND.letter() + (row(item) + 1));
        }
        lines.write(page.sheet());
        page.width(ItemColumn.TREND.place(), Page.WIDTH_LABEL);
    }

    private String range(ItemColumn from, ItemColumn to) {
        return "%s!$%s$%d:$%s$%d"
                .formatted(SheetName.SCORECARD.title(), from.letter(), HEAD_ROW + 1, to.letter(), lastRow() + 1);
    }

    private static Look headLook(ItemColumn column) {
        return switch (column) {
            case CODE, NAME, NATURE, USAGE -> Look.HEAD_LEFT;
            case UNIT, FC_METHOD, DIRECTION, STATUS, EXPLAINS, TRACE, NOTE -> Look.HEAD_REMARK;
            default -> Look.HEAD;
        };
    }

    /** {@code SUM} over the column of all items. */
    String sum(ItemColumn column) {
        return "SUM(" + column.rows(FIRST_ROW, lastRow()) + ")";
    }

    /** How many scored items show a status sign. */
    String count(String sign) {
        return "COUNTIFS(%s,\"%s\",%s,\"%s\")"
                .formatted(
                        ItemColumn.USAGE.rows(FIRST_ROW, lastRow()),
                        book.words.text("usage.EVAL"),
                        ItemColumn.STATUS.rows(FIRST_ROW, lastRow()),
                        sign);
    }
}
