package org.kpisuite.reports.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Gives a file back as a workbook: numbers stay numbers, dates dates, and a text stays a text even when it is typed over,
 * whatever it looks like. What kept a row from being taken is coloured.
 */
public final class ReturnedWorkbook implements ReturnedTable {
    /** Records that a sheet can hold. */
    public static final int ROWS_MAX = 1_048_576;

    private static final int TEXT_LENGTH_MAX = 32_767;
    private static final int ROWS_HELD = 500;
    private static final int REASON_WIDTH = 60;
    private static final String MARKED = "FCEFED";
    private static final String TEXT = "@";
    private static final String DATE = "yyyy-mm-dd";
    private static final String PERCENT = "0.00%";
    private static final String NUMBER = "General";

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    /** The stream is closed with this table. */
    public ReturnedWorkbook(OutputStream out, String sheetName) {
        this.out = out;
        this.workbook = new Workbook(out, "KPI Suite", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
        sheet.width(0, REASON_WIDTH);
    }

    @Override
    public int textLengthMax() {
        return TEXT_LENGTH_MAX;
    }

    @Override
    public void above(List<ReturnedCell> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            cell(i, cells.get(i));
        }
        end();
    }

    @Override
    public void header(String reason, List<ReturnedCell> cells) throws IOException {
        reason(reason);
        sheet.style(next, 0).bold().set();
        for (int i = 0; i < cells.size(); i++) {
            cell(i + 1, cells.get(i));
            sheet.style(next, i + 1).bold().set();
        }
        sheet.freezePane(0, next + 1);
        end();
    }

    @Override
    public void row(String reason, List<ReturnedCell> cells) throws IOException {
        reason(reason);
        for (int i = 0; i < cells.size(); i++) {
            cell(i + 1, cells.get(i));
        }
        end();
    }

    private void reason(String reason) {
        if (!reason.isEmpty()) {
            text(0, reason);
        }
    }

    private void text(int column, String text) {
        sheet.inlineString(next, column, text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX)));
    }

    private void cell(int column, ReturnedCell cell) {
        String format = value(column, cell);
        StyleSetter style = sheet.style(next, column);
        style.format(format);
        if (cell.marked()) {
            style.fillColor(MARKED);
        }
        style.set();
    }

    /** Writes the value and says in which format. */
    private String value(int column, ReturnedCell cell) {
        if (cell.typed() instanceof TypedCell.Exact exact) {
            sheet.value(next, column, exact.value());
            return exact.percent() ? PERCENT : NUMBER;
        }
        if (cell.typed() instanceof TypedCell.Day day && cell.text().length() <= DATE.length()) {
            sheet.value(next, column, day.day());
            return DATE;
        }
        if (!cell.text().isEmpty()) {
            text(column, cell.text());
        }
        return TEXT;
    }

    private void end() throws IOException {
        if (++next > ROWS_MAX) {
            throw new KpiException(Code.E_LIMIT, "> " + ROWS_MAX, ROWS_MAX + "");
        }
        if (next % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (OutputStream closing = out) {
            workbook.finish();
            closing.flush();
        }
    }
}
