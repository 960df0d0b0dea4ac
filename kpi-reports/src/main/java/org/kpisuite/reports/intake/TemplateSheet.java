package org.kpisuite.reports.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.actual.IntakeColumn;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SideColumn;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.feed.ImportTemplate;
import org.kpisuite.domain.feed.ImportTemplate.DuePeriod;

/** The sheet to fill in: one row for each value, everything but the value given. */
final class TemplateSheet {
    private static final int CHARACTER = 256;
    private static final int WIDTH_MIN = 10;
    private static final int WIDTH_MAX = 40;

    /** A column: what it is for the import, or beside it; or a dimension. */
    private record Column(String header, Cell cell) {}

    /** What a column has in the row of one value. */
    private interface Cell {
        void fill(XSSFCell cell, ImportTemplate.Feed feed, String slice, DuePeriod due);
    }

    private final ImportTemplate template;
    private final Locale locale;
    private final TemplateStyles styles;
    private final List<Column> columns = new ArrayList<>();
    private int[] widths = {};

    TemplateSheet(ImportTemplate template, Locale locale, TemplateStyles styles) {
        this.template = template;
        this.locale = locale;
        this.styles = styles;
        add(IntakeColumn.UNIT, (cell, feed, slice, due) -> text(cell, feed.unit()));
        add(
                IntakeColumn.MEASURE,
                (cell, feed, slice, due) -> text(cell, feed.measure().code()));
        columns.add(new Column(
                SideColumn.NAME.header(locale),
                (cell, feed, slice, due) -> text(cell, feed.measure().name().in(locale))));
        for (String dimension : template.dimensions()) {
            columns.add(new Column(
                    "dim." + dimension,
                    (cell, feed, slice, due) ->
                            text(cell, Dimensions.parse(slice).getOrDefault(dimension, ""))));
        }
        add(
                IntakeColumn.PERIOD,
                (cell, feed, slice, due) -> text(cell, due.period().code()));
        add(IntakeColumn.VALUE, (cell, feed, slice, due) -> cell.setCellStyle(styles.value(feed.measure())));
        if (template.feeds().stream().anyMatch(f -> f.currency() != null)) {
            add(
                    IntakeColumn.CURRENCY,
                    (cell, feed, slice, due) -> text(cell, feed.currency() == null ? "" : feed.currency()));
        }
        add(IntakeColumn.SCENARIO, (cell, feed, slice, due) -> text(cell, Scenario.AC.name()));
        add(IntakeColumn.SOURCE, (cell, feed, slice, due) -> text(cell, feed.source()));
        columns.add(new Column(SideColumn.DUE.header(locale), (cell, feed, slice, due) -> {
            cell.setCellValue(due.dueOn());
            cell.setCellStyle(styles.date);
        }));
        add(IntakeColumn.NOTE, (cell, feed, slice, due) -> text(cell, ""));
    }

    private void add(IntakeColumn column, Cell cell) {
        columns.add(new Column(column.header(locale), cell));
    }

    private void text(XSSFCell cell, String text) {
        cell.setCellStyle(styles.text);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
            widths[cell.getColumnIndex()] = Math.max(widths[cell.getColumnIndex()], text.length());
        }
    }

    void write(XSSFSheet sheet, TemplateLists lists) {
        widths = columns.stream().mapToInt(c -> c.header.length()).toArray();
        XSSFRow head = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            XSSFCell cell = head.createCell(i);
            cell.setCellValue(columns.get(i).header);
            cell.setCellStyle(styles.head);
        }
        int last = rows(sheet);
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, last, 0, columns.size() - 1));
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, CHARACTER * (2 + Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, widths[i]))));
            int index = i;
            IntakeColumn.of(columns.get(i).header).ifPresent(c -> lists.validate(sheet, c, index, last));
        }
    }

    private int rows(XSSFSheet sheet) {
        int row = 0;
        for (ImportTemplate.Feed feed : template.feeds()) {
            for (String slice : feed.slices()) {
                for (DuePeriod due : feed.periods()) {
                    XSSFRow line = sheet.createRow(++row);
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).cell.fill(line.createCell(i), feed, slice, due);
                    }
                }
            }
        }
        return row;
    }
}
