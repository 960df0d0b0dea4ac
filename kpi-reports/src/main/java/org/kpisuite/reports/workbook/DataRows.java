package org.kpisuite.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.quantity.Decimals;

/** Delivered values as rows of a sheet, with its head, its widths and its formats. */
final class DataRows {
    static final int HEAD_ROW = 0;
    /** Spreadsheets keep 15; beyond them the exact value stands as text, too. */
    private static final int DIGITS_MAX = 15;

    private static final int CHARACTER = 256;

    private final int text;
    private final int quoted;
    private final int number;
    private final int integer;
    private final int day;
    private final int instant;
    private final RowsXml xml;
    private long next = HEAD_ROW + 2L;

    DataRows(Styles styles, OutputStream out) {
        this.xml = new RowsXml(out);
        this.text = index(styles.text(Look.PLAIN, 0, false));
        this.quoted = index(styles.text(Look.PLAIN, 0, true));
        this.number = index(styles.number(Look.PLAIN_NUMBER, Formats.EXACT));
        this.integer = index(styles.number(Look.PLAIN, Formats.INTEGER));
        this.day = index(styles.number(Look.PLAIN, Formats.DATE));
        this.instant = index(styles.number(Look.PLAIN, Formats.INSTANT));
    }

    private static int index(XSSFCellStyle style) {
        return style.getIndex();
    }

    /** Names of columns, widths and the frozen row of a sheet for such rows. */
    static void head(Page page, List<DataColumn> columns) {
        for (DataColumn column : columns) {
            page.text(
                    HEAD_ROW,
                    column.place(),
                    column.title(),
                    column == DataColumn.VALUE ? Look.HEAD : Look.HEAD_REMARK);
        }
        XSSFSheet sheet = page.sheet();
        sheet.createFreezePane(0, HEAD_ROW + 1);
        for (DataColumn column : columns) {
            sheet.setColumnWidth(column.place(), column.width() * CHARACTER);
        }
    }

    void write(FactLine line, String key) throws IOException {
        DayRange days = line.period().days();
        xml.begin(next++);
        words(line.unit());
        words(line.measure());
        words(line.dims());
        words(line.period().code());
        xml.day(days.start(), day);
        xml.day(days.endInclusive(), day);
        words(line.scenario().name());
        xml.number(line.value(), number);
        words(line.currency());
        words(line.source());
        xml.instant(line.asOf(), instant);
        xml.integer(line.revision(), integer);
        xml.instant(line.recordedAt(), instant);
        xml.integer(line.importId(), integer);
        xml.integer(line.row(), integer);
        words(line.value().stripTrailingZeros().precision() > DIGITS_MAX ? Decimals.plain(line.value()) : "");
        words(key);
        xml.end();
    }

    private void words(String words) throws IOException {
        xml.text(words, Page.looksLikeFormula(words) ? quoted : text);
    }

    void flush() throws IOException {
        xml.flush();
    }
}
