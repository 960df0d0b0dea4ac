package org.kpisuite.reports.workbook;

import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.domain.scorecard.StatusLimits;
import org.kpisuite.reports.chart.Palette;

/** Status signs and the colours of variances, alive with the numbers they stand for. */
final class Signs {
    private Signs() {}

    /** The sign of the printed achievement or score in a cell. */
    static String formula(String cell, StatusLimits limits) {
        return "IF(ISNUMBER(%1$s),IF(ROUND(%1$s,1)>=%6$s,\"%2$s\",IF(ROUND(%1$s,1)>=%7$s,\"%3$s\",\"%4$s\")),\"%5$s\")"
                .formatted(
                        cell,
                        Status.GREEN.sign(),
                        Status.AMBER.sign(),
                        Status.RED.sign(),
                        Status.GREY.sign(),
                        Decimals.plain(limits.green()),
                        Decimals.plain(limits.amber()));
    }

    static void colourStatus(XSSFSheet sheet, CellRangeAddress range, Palette palette) {
        for (Status status : Status.values()) {
            colour(sheet, range, "\"" + status.sign() + "\"", colour(status, palette));
        }
    }

    private static String colour(Status status, Palette palette) {
        return switch (status) {
            case GREEN -> Look.hex(palette.good());
            case AMBER -> Look.AMBER;
            case RED -> Look.hex(palette.bad());
            case GREY -> Look.GREY;
        };
    }

    private static void colour(XSSFSheet sheet, CellRangeAddress range, String equalTo, String colour) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, equalTo);
        rule.createFontFormatting().setFontColor(Styles.colour(colour));
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }

    /** Bold where the amount of a number goes beyond that of another cell of its row. */
    static void boldBeyond(XSSFSheet sheet, String range, String number, String limit) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule("ABS(%s)>=%s".formatted(number, limit));
        rule.createFontFormatting().setFontStyle(false, true);
        formatting.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf(range)}, rule);
    }

    /** A bar in each cell of a range, as long as its number. */
    static void bars(XSSFSheet sheet, CellRangeAddress range, Palette palette) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(Styles.colour(Look.pale(palette.bad())));
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }

    /** Good and bad by the item's direction, not by the sign of the number; a bad one is bold too. */
    static void colourVariance(XSSFSheet sheet, CellRangeAddress range, Direction direction, Palette palette) {
        if (direction == Direction.BAND) {
            return;
        }
        boolean up = direction == Direction.UP;
        String first = "$" + CellReference.convertNumToColString(range.getFirstColumn()) + (range.getFirstRow() + 1);
        variance(
                sheet,
                range,
                "AND(ISNUMBER(%1$s),%1$s%2$s0)".formatted(first, up ? ">" : "<"),
                Look.hex(palette.good()),
                false);
        variance(
                sheet,
                range,
                "AND(ISNUMBER(%1$s),%1$s%2$s0)".formatted(first, up ? "<" : ">"),
                Look.hex(palette.bad()),
                true);
    }

    private static void variance(
            XSSFSheet sheet, CellRangeAddress range, String condition, String colour, boolean bold) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(condition);
        var font = rule.createFontFormatting();
        font.setFontColor(Styles.colour(colour));
        font.setFontStyle(false, bold);
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }
}
