package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;

/** The sheet Checks: every number of the workbook beside the exact number of the scorecard; the sum must be 0. */
final class ChecksSheet {
    /** The name of the cell that must be 0. */
    static final String TOTAL = "ChecksTotal";

    private static final int TOTAL_ROW = 2;
    private static final int HEAD_ROW = 4;
    private static final int HERE = 2;
    private static final int ISSUED = 3;
    private static final int EXACT = 4;
    private static final int FAULT = 5;
    private static final int KIND = 6;
    private static final List<String> HEADS = List.of("CODE", "QUANTITY", "HERE", "ISSUED", "EXACT", "FAULT", "KIND");

    private final Book book;
    private final Page page;

    ChecksSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.CHECKS);
    }

    void write(List<Checks.Check> checks) {
        page.spill(0, 0, book.words.text("checks.title"), Look.MESSAGE);
        page.spill(1, 0, book.words.text("checks.note"), Look.LEGEND);
        for (int i = 0; i < HEADS.size(); i++) {
            page.heading(HEAD_ROW, i, book.words.text("column." + HEADS.get(i)), look(i));
        }
        for (int i = 0; i < checks.size(); i++) {
            write(checks.get(i), HEAD_ROW + 1 + i);
        }
        int last = HEAD_ROW + Math.max(1, checks.size());
        total(last);
        XSSFSheet sheet = page.sheet();
        sheet.createFreezePane(2, HEAD_ROW + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEAD_ROW, last, 0, HEADS.size() - 1));
        sheet.enableLocking();
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        page.print(book, HEAD_ROW, HEAD_ROW, 1);
        page.fitColumns();
        page.fitRows(HEAD_ROW);
    }

    private static Look look(int column) {
        return switch (column) {
            case HERE, ISSUED, FAULT -> Look.HEAD;
            case EXACT, KIND -> Look.HEAD_REMARK;
            default -> Look.HEAD_LEFT;
        };
    }

    private void total(int last) {
        String faults = "F" + (HEAD_ROW + 2) + ":F" + (last + 1);
        page.spill(TOTAL_ROW, 0, book.words.text("checks.total"), Look.SUBTITLE);
        page.formula(TOTAL_ROW, FAULT, "SUM(" + faults + ")", Look.STRIP, Formats.INTEGER, "0");
        book.name(TOTAL, "Checks!$F$" + (TOTAL_ROW + 1));
        var formatting = page.sheet().getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(ComparisonOperator.NOT_EQUAL, "0");
        var font = rule.createFontFormatting();
        font.setFontColor(Styles.colour(Look.hex(book.look.palette().bad())));
        font.setFontStyle(false, true);
        CellRangeAddress[] ranges = {CellRangeAddress.valueOf("F" + (TOTAL_ROW + 1)), CellRangeAddress.valueOf(faults)};
        formatting.addConditionalFormatting(ranges, rule);
    }

    private void write(Checks.Check check, int row) {
        XSSFCell cell = check.cell();
        String here = new CellReference(
                        cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex(), false, false)
                .formatAsString();
        page.code(row, 0, check.item(), Look.TEXT);
        page.text(row, 1, check.quantity(), Look.TEXT);
        page.formula(row, HERE, "IF(ISNUMBER(" + here + ")," + here + ",\"\")", Look.NUMBER, Formats.GENERAL, "");
        if (check.expected().isPresent()) {
            BigDecimal exact = check.expected().get();
            page.number(row, ISSUED, exact, Look.NUMBER, Formats.GENERAL, "");
            page.code(row, EXACT, Decimals.plain(exact), Look.REMARK);
        } else {
            page.blank(row, ISSUED, Look.NUMBER, Formats.GENERAL);
            page.text(row, EXACT, NumberText.NO_VALUE, Look.REMARK);
        }
        page.formula(row, FAULT, fault(row + 1), Look.NUMBER, Formats.INTEGER, "0");
        page.text(row, KIND, book.words.text("kind." + kind(check)), Look.REMARK);
    }

    /** 0 if both are numbers that agree, or neither is one; else 1. */
    private static String fault(int row) {
        return ("IF(AND(ISNUMBER(C%1$d),ISNUMBER(D%1$d)),IF(ABS(C%1$d-D%1$d)<=%2$s*MAX(1,ABS(D%1$d)),0,1),"
                        + "IF(OR(ISNUMBER(C%1$d),ISNUMBER(D%1$d)),1,0))")
                .formatted(row, Cells.TOLERANCE.toPlainString());
    }

    private static String kind(Checks.Check check) {
        if (check.replaced()) {
            return "REPLACED";
        }
        return check.cell().getCellType() == CellType.FORMULA ? "FORMULA" : "VALUE";
    }
}
