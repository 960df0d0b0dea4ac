package org.kpisuite.reports.intake;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.catalogue.Measure;

/** The cell styles of a template, each made once. */
final class TemplateStyles {
    /** Number format of text: what is typed stays as it is typed, 2026-10 becomes no date. */
    static final String TEXT = "@";

    private static final String DATE = "yyyy-mm-dd";

    final XSSFCellStyle head;
    final XSSFCellStyle text;
    final XSSFCellStyle plain;
    final XSSFCellStyle date;
    private final XSSFCellStyle whole;
    private final XSSFCellStyle money;
    private final XSSFCellStyle percent;
    private final XSSFWorkbook workbook;

    TemplateStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        head = style("General");
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setBorderBottom(BorderStyle.THIN);
        text = style(TEXT);
        plain = style("General");
        date = style(DATE);
        whole = style("#,##0");
        money = style("#,##0.00");
        percent = style("0.0%");
    }

    private XSSFCellStyle style(String format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /** How values of a measure are typed: a percentage in a cell of percent, so that it needs no sign. */
    XSSFCellStyle value(Measure measure) {
        return switch (measure.unitKind()) {
            case COUNT -> whole;
            case MONEY -> money;
            case PERCENT -> percent;
            case POINTS, RATIO, DURATION -> plain;
        };
    }
}
