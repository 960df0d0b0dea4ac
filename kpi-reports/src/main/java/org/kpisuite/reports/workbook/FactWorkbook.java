package org.kpisuite.reports.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.reports.archive.StableZip;

/**
 * Writes delivered values as a workbook of nothing else, as many as there are: when a sheet is full, they go on on the next.
 *
 * <p>No row is kept, so the size of the heap does not matter.
 */
public final class FactWorkbook {
    private static final String SHEET = "Data";
    private static final List<DataColumn> COLUMNS = List.of(DataColumn.values()).subList(0, DataColumn.KEY.place());

    private final long rowsMax;
    private final XSSFWorkbook workbook;
    private final Styles styles;
    private final ZipOutputStream zip;
    private final Set<String> written = new HashSet<>();
    private StreamedSheet.Open sheet;
    private DataRows rows;
    private long used;

    private FactWorkbook(XSSFWorkbook workbook, long rowsMax, OutputStream out) throws IOException {
        this.workbook = workbook;
        this.rowsMax = rowsMax;
        this.styles = new Styles(workbook);
        this.zip = new ZipOutputStream(out);
        this.sheet = open();
        this.rows = new DataRows(styles, zip);
    }

    /** Writes all rows; the stream stays open. */
    public static void write(FactLines facts, OutputStream out) {
        write(facts, DataSheet.ROWS_MAX, out);
    }

    /** The same with sheets that are full sooner. */
    static void write(FactLines facts, long rowsMax, OutputStream out) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FactWorkbook book = new FactWorkbook(workbook, rowsMax, out);
            facts.each(book::take);
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StreamedSheet.Open open() throws IOException {
        int number = workbook.getNumberOfSheets() + 1;
        Page page = new Page(workbook.createSheet(number == 1 ? SHEET : SHEET + number), styles);
        DataRows.head(page, COLUMNS);
        page.sheet().setAutoFilter(new CellRangeAddress(DataRows.HEAD_ROW, DataRows.HEAD_ROW, 0, COLUMNS.size() - 1));
        StreamedSheet streamed = new StreamedSheet(page.sheet());
        written.add(streamed.entry());
        return streamed.open(zip);
    }

    private void take(FactLine line) {
        try {
            if (used == rowsMax) {
                rows.flush();
                sheet.close();
                sheet = open();
                rows = new DataRows(styles, zip);
                used = 0;
            }
            rows.write(line, "");
            used++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() throws IOException {
        rows.flush();
        sheet.close();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        workbook.write(rest);
        StableZip.copy(rest.toByteArray(), written, Map.of(), zip);
        zip.finish();
    }
}
