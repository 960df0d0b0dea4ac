package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.reports.look.PaperSize;

/** One sheet while it is written: cells by row and column from 0, and columns as wide as their longest print. */
final class Page {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    /** Characters of a column of sentences, and of one of labels. */
    static final int WIDTH_TEXT = 90;

    static final int WIDTH_LABEL = 16;
    private static final int WIDTH_MIN = 6;
    private static final int WIDTH_MAX = 48;
    private static final int MESSAGE_HEIGHT = 22;
    private static final int LINE_HEIGHT = 13;
    private static final String MARGIN_INCHES = "0.4";
    private static final String FOOT_INCHES = "0.7";
    private static final int CHARACTER = 256;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final TreeMap<Integer, Integer> widths = new TreeMap<>();

    Page(XSSFSheet sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** A text that widens its column. */
    XSSFCell text(int row, int column, String text, Look look) {
        return text(row, column, text, look, 0);
    }

    XSSFCell text(int row, int column, String text, Look look, int indent) {
        widen(column, text, indent);
        return put(row, column, text, look, indent);
    }

    /** A code or hash. */
    XSSFCell code(int row, int column, String code, Look look) {
        XSSFCell cell = text(row, column, code, look);
        if (!cell.getCellStyle().getQuotePrefixed()) {
            cell.setCellStyle(styles.code(look));
        }
        return cell;
    }

    /** A code that leads to an address which ends in it; a mere code where there is no address. */
    void link(int row, int column, String code, String address) {
        XSSFCell cell = code(row, column, code, Look.REMARK);
        if (!address.isEmpty()) {
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(address + code);
            cell.setHyperlink(link);
        }
    }

    /** A text that runs over the empty cells to its right. */
    XSSFCell spill(int row, int column, String text, Look look) {
        return put(row, column, text, look, 0);
    }

    /** A string cell whatever the text starts with; one that looks like a formula keeps a quote when it is edited. */
    private XSSFCell put(int row, int column, String text, Look look, int indent) {
        XSSFCell cell = cell(row, column);
        boolean quoted = looksLikeFormula(text);
        int length = Math.min(text.length(), SpreadsheetVersion.EXCEL2007.getMaxTextLength());
        cell.setCellValue(text.substring(0, length));
        cell.setCellStyle(styles.text(look, indent, quoted));
        return cell;
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** A number as it is, printed by its format; {@code printed} is how long that gets. */
    XSSFCell number(int row, int column, BigDecimal value, Look look, String format, String printed) {
        XSSFCell cell = cell(row, column);
        cell.setCellValue(value.doubleValue());
        cell.setCellStyle(styles.number(look, format));
        widen(column, printed, 0);
        return cell;
    }

    XSSFCell date(int row, int column, LocalDate day, Look look) {
        XSSFCell cell = cell(row, column);
        cell.setCellValue(day);
        cell.setCellStyle(styles.number(look, Formats.DATE));
        widen(column, day.toString(), 0);
        return cell;
    }

    XSSFCell formula(int row, int column, String formula, Look look, String format, String printed) {
        XSSFCell cell = cell(row, column);
        cell.setCellFormula(formula);
        cell.setCellStyle(styles.number(look, format));
        widen(column, " ".repeat(printed.length() * look.points / Look.NUMBER.points), 0);
        return cell;
    }

    /** An empty cell that carries the rule of its row. */
    XSSFCell blank(int row, int column, Look look, String format) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(styles.number(look, format));
        return cell;
    }

    private XSSFCell cell(int row, int column) {
        return line(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private XSSFRow line(int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    private void widen(int column, String text, int indent) {
        int longest = text.lines().mapToInt(String::length).max().orElse(0) + indent;
        widths.merge(column, longest, Math::max);
    }

    /** Headings wrap, so that a heading widens its column by its longest word only. */
    XSSFCell heading(int row, int column, String text, Look look) {
        for (String word : text.split("[ \\n]", -1)) {
            widen(column, word, 0);
        }
        return put(row, column, text, look, 0);
    }

    /** Sets all widths: a quarter more than the characters, for readers without the workbook's font. */
    void fitColumns() {
        widths.forEach((column, longest) -> {
            int characters = Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest + longest / 5 + 2));
            sheet.setColumnWidth(column, characters * CHARACTER);
        });
    }

    /** Rows as high as their longest wrapped text: not every reader works that out. */
    void fitRows(int first) {
        for (int row = first; row <= sheet.getLastRowNum(); row++) {
            int lines = 1;
            for (Cell cell : line(row)) {
                if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
                    int characters = sheet.getColumnWidth(cell.getColumnIndex()) / CHARACTER - 1;
                    lines = Math.max(lines, lines(cell.getStringCellValue(), characters));
                }
            }
            height(row, lines * LINE_HEIGHT + 2);
        }
    }

    /** Into how many lines a text breaks between its words, and longer words within. */
    private static int lines(String text, int characters) {
        int lines = 1;
        int used = 0;
        for (String word : text.split("[ \\n]", -1)) {
            boolean fits = used == 0 || used + 1 + word.length() <= characters;
            lines += (fits ? 0 : 1) + Math.max(0, word.length() - 1) / characters;
            used = fits && used > 0 ? used + 1 + word.length() : word.length();
        }
        return lines;
    }

    /** A width in characters, whatever stands in the column. */
    void width(int column, int characters) {
        sheet.setColumnWidth(column, characters * CHARACTER);
    }

    /** The height of a row in points; rows with wrapped texts grow by themselves. */
    void height(int row, int points) {
        line(row).setHeightInPoints(points);
    }

    /** Landscape, on the paper of the organisation, so many pages wide, with the rows of its head on every page. */
    void print(Sheets book, int headFirst, int headLast, int pagesWide) {
        height(0, MESSAGE_HEIGHT);
        boolean letter = book.look.paper() == PaperSize.LETTER;
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(letter ? PrintSetup.LETTER_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) pagesWide);
        sheet.getPrintSetup().setFitHeight((short) 0);
        for (PageMargin margin : PageMargin.values()) {
            boolean foot = margin == PageMargin.BOTTOM;
            sheet.setMargin(margin, new BigDecimal(foot ? FOOT_INCHES : MARGIN_INCHES).doubleValue());
        }
        sheet.setRepeatingRows(new CellRangeAddress(headFirst, headLast, -1, -1));
        sheet.getFooter().setLeft("&8" + book.footer().replace("&", "&&"));
        sheet.getFooter().setRight("&8&A  &P / &N");
    }
}
