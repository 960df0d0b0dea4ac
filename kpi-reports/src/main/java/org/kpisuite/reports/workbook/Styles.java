package org.kpisuite.reports.workbook;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.reports.workbook.Look.Rule;

/** The cell styles of one workbook, each made once: a workbook holds 64,000 at most. */
final class Styles {
    static final String FONT = "Calibri";

    private static final String CODE_FORMAT = "@";

    private final XSSFWorkbook workbook;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();
    private final Map<String, XSSFFont> fonts = new HashMap<>();

    private record Key(Look look, String format, int indent, boolean quoted) {}

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle number(Look look, String format) {
        return style(new Key(look, format, 0, false));
    }

    /** A text that stays one when it is edited, whatever it looks like. */
    XSSFCellStyle text(Look look, int indent, boolean quoted) {
        return style(new Key(look, Formats.GENERAL, indent, quoted));
    }

    /** A code with the number format of text, so that 007 or 1-2 stays one when it is edited. */
    XSSFCellStyle code(Look look) {
        return style(new Key(look, CODE_FORMAT, 0, false));
    }

    private XSSFCellStyle style(Key key) {
        XSSFCellStyle known = styles.get(key);
        if (known == null) {
            known = create(key);
            styles.put(key, known);
        }
        return known;
    }

    private XSSFCellStyle create(Key key) {
        Look look = key.look;
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setAlignment(look.alignment);
        style.setVerticalAlignment(look.rule == Rule.HEAD ? VerticalAlignment.BOTTOM : VerticalAlignment.CENTER);
        style.setWrapText(look.wraps);
        style.setIndention((short) (look.isRemark() ? 1 : key.indent));
        style.setDataFormat(workbook.createDataFormat().getFormat(key.format));
        style.setQuotePrefixed(key.quoted);
        rule(style, look.rule);
        return style;
    }

    private static void rule(XSSFCellStyle style, Rule rule) {
        switch (rule) {
            case NONE -> {}
            case HAIR -> bottom(style, Look.HAIRLINE);
            case HEAD -> bottom(style, Look.DARK);
            case BLOCK -> {
                style.setBorderTop(BorderStyle.THIN);
                style.setTopBorderColor(colour(Look.DARK));
                bottom(style, Look.HAIRLINE);
            }
        }
    }

    private static void bottom(XSSFCellStyle style, String colour) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(colour));
    }

    private XSSFFont font(Look look) {
        return fonts.computeIfAbsent(look.points + "/" + look.bold + "/" + look.colour, k -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) look.points);
            font.setBold(look.bold);
            font.setColor(colour(look.colour));
            return font;
        });
    }

    /** A colour of six hex digits. */
    static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), null);
    }
}
