package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Picture;

/** The sheet Summary: the page to read first. Every number on it is a formula on the other sheets. */
final class SummarySheet {
    static final int HEAD_ROW = 8;
    static final int FIRST_ROW = 9;
    private static final int LINES_UNDER_MESSAGE = 3;
    private static final int LINE_HEIGHT = 14;

    private final Book book;
    private final ItemsSheet items;
    private final Page page;
    private final Sparklines trends = new Sparklines();

    SummarySheet(Book book, ItemsSheet items) {
        this.book = book;
        this.items = items;
        this.page = book.page(SheetName.SUMMARY);
    }

    void write() {
        page.spill(0, 0, Headline.of(book.scorecard, book.locale), Look.MESSAGE);
        page.spill(1, 0, book.words.text("summary.who", book.heading.unit(), book.heading.company()), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("summary.when", book.heading.periodWithDays()), Look.SUBTITLE);
        String asOf = book.words.text("as-of", book.heading.asOf());
        page.spill(3, 0, book.heading.plan() + " · " + asOf, Look.SUBTITLE);
        new SummaryStrip(book, items).write();
        for (SummaryColumn column : SummaryColumn.values()) {
            page.heading(HEAD_ROW, column.place(), book.words.text("column." + column.source()), look(column));
        }
        int row = block(Nature.LEAD, FIRST_ROW);
        row = block(Nature.LAG, row);
        row = others(row + 1);
        page.spill(row + 1, 0, book.words.text("summary.legend"), Look.LEGEND);
        page.spill(
                row + 2,
                0,
                book.words.text(
                        "summary.legend-status", book.scorecard.score().limits().legend(book.locale)),
                Look.LEGEND);
        int last = notes(row + 3);
        Signs.colourStatus(
                page.sheet(),
                CellRangeAddress.valueOf("A" + (SummaryStrip.VALUE_ROW + 1) + ":Z" + (row + 1)),
                book.look.palette());
        page.sheet().createFreezePane(SummaryColumn.WEIGHT.place(), FIRST_ROW);
        page.sheet().setDisplayGridlines(false);
        page.print(book, HEAD_ROW, HEAD_ROW, 1);
        page.fitColumns();
        page.fitRows(HEAD_ROW);
        page.width(SummaryColumn.TREND.place(), Page.WIDTH_LABEL);
        trends.write(page.sheet());
        logo();
        print(last);
    }

    /** What is to be known of single numbers, once more on the paper that the column of notes is not on; answers the last row. */
    private int notes(int first) {
        int row = first;
        for (ScorecardItem item : book.scorecard.items()) {
            if (!item.notes().isEmpty()) {
                page.spill(row++, 0, item.name().in(book.locale) + ": " + book.notes.of(item), Look.LEGEND);
            }
        }
        return row - 1;
    }

    /** Right of the lines under the message, whose heights are set so that no reader stretches it. */
    private void logo() {
        Picture logo = book.look.logo();
        if (logo != null) {
            for (int row = 1; row <= LINES_UNDER_MESSAGE; row++) {
                page.height(row, LINE_HEIGHT);
            }
            Logo.put(page.sheet(), logo, SummaryColumn.FC.place(), 1, book.heading.company());
        }
    }

    /** What the printed scorecard has; the columns of notes and codes would halve its type. */
    private void print(int lastRow) {
        book.workbook.setPrintArea(
                book.workbook.getSheetIndex(page.sheet()), 0, SummaryColumn.TREND.place(), 0, lastRow);
    }

    /** Other scores of the period below the table, each with the points that four eyes added; answers the row after them. */
    private int others(int first) {
        int row = first;
        int number = 1;
        for (OtherScore other : book.scorecard.others()) {
            page.spill(row, 0, other.name(book.locale, book.heading.instant(other.asOf())), Look.SUBTITLE);
            XSSFCell cell = score(row, other.score());
            book.checks.add("", other.name(book.locale, ""), cell, other.score().points());
            book.name(otherScore(number++), cellName(cell));
            page.text(row, SummaryColumn.AC.place() + 1, other.score().status().sign(), Look.STRIP);
            for (OtherScore.Points points : other.points()) {
                row++;
                page.spill(row, 0, points.text(book.locale), Look.LEGEND);
            }
            row++;
        }
        return row;
    }

    private XSSFCell score(int row, Score score) {
        int column = SummaryColumn.AC.place();
        return score.points()
                .map(p -> page.number(row, column, p, Look.STRIP, Formats.POINTS, book.numbers.points(p)))
                .orElseGet(() -> page.text(row, column, book.words.text("none-short"), Look.STRIP));
    }

    private static String cellName(XSSFCell cell) {
        return new CellReference(SheetName.SUMMARY.title(), cell.getRowIndex(), cell.getColumnIndex(), true, true)
                .formatAsString();
    }

    /** The name of the cell of another score, counted from 1. */
    static String otherScore(int number) {
        return "OtherScore" + number;
    }

    private static Look look(SummaryColumn column) {
        return switch (column) {
            case NAME, UNIT -> Look.HEAD_LEFT;
            case NOTE, CODE, FC_METHOD, STATUS -> Look.HEAD_REMARK;
            default -> Look.HEAD;
        };
    }

    private int block(Nature nature, int first) {
        List<ScorecardItem> block = book.scorecard.items(nature);
        int row = first;
        for (SummaryColumn column : SummaryColumn.values()) {
            page.blank(row, column.place(), Look.BLOCK, Formats.GENERAL);
        }
        page.text(row, 0, book.translated("nature." + nature), Look.BLOCK);
        if (block.isEmpty()) {
            page.text(row + 1, 0, book.words.text("summary.none"), Look.TEXT_GREY);
            return row + 2;
        }
        int weight = SummaryColumn.WEIGHT.place();
        String rows = SummaryColumn.WEIGHT.rows(row + 1, row + block.size());
        BigDecimal sum = book.scorecard.weight(nature);
        XSSFCell cell =
                page.formula(row, weight, "SUM(" + rows + ")", Look.BLOCK_NUMBER, Formats.WEIGHT, sum.toPlainString());
        String label = book.translated("nature." + nature);
        book.checks.add(label, book.words.text("column.WEIGHT"), cell, Optional.of(sum));
        for (ScorecardItem item : block) {
            row++;
            new SummaryRow(book, page, item, items.row(item), row).write();
            trends.add(
                    book.scorecard, item, CellReference.convertNumToColString(SummaryColumn.TREND.place()) + (row + 1));
        }
        return row + 1;
    }
}
