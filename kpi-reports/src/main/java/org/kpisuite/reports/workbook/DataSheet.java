package org.kpisuite.reports.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;

/** The sheet Data: the delivered rows that the values of the scorecard were made of, each with its import and row. */
final class DataSheet {
    /** Rows of a sheet, less its head. */
    static final long ROWS_MAX = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1L;

    private static final String STYLE = "TableStyleLight1";

    private final Book book;
    private final Page page;
    private final XSSFTable table;
    private final DataTotals totals;
    private long leftOut;

    DataSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.DATA);
        this.totals = new DataTotals(book.scorecard.heading().unit());
        DataRows.head(page, List.of(DataColumn.values()));
        this.table = table();
        page.print(book, DataRows.HEAD_ROW, DataRows.HEAD_ROW, 1);
    }

    private XSSFTable table() {
        XSSFTable created = page.sheet().createTable(area(1));
        created.setName(DataColumn.TABLE);
        created.setDisplayName(DataColumn.TABLE);
        created.getCTTable().addNewAutoFilter();
        var style = created.getCTTable().addNewTableStyleInfo();
        style.setName(STYLE);
        style.setShowRowStripes(false);
        return created;
    }

    private AreaReference area(long rows) {
        return new AreaReference(
                new CellReference(DataRows.HEAD_ROW, 0),
                new CellReference(DataRows.HEAD_ROW + Math.toIntExact(Math.max(1, rows)), DataColumn.KEY.place()),
                SpreadsheetVersion.EXCEL2007);
    }

    /** Writes the rows and adds up what formulas want of them. */
    StreamedSheet stream(ZipOutputStream zip) throws IOException {
        for (Explanation working : book.evidence.workings()) {
            for (Kind kind : new Kind[] {Kind.ACTUAL, Kind.PREVIOUS, Kind.PRIOR_YEAR}) {
                working.step(kind).ifPresent(step -> Sourced.wants(step, working.unit(), totals::want));
            }
        }
        StreamedSheet sheet = new StreamedSheet(page.sheet());
        StreamedSheet.Open open = sheet.open(zip);
        DataRows rows = new DataRows(book.styles(), zip);
        book.evidence.facts().each(line -> write(rows, line));
        rows.flush();
        open.close();
        table.setArea(area(totals.rows()));
        table.getCTTable().getAutoFilter().setRef(table.getCTTable().getRef());
        return sheet;
    }

    private void write(DataRows rows, FactLine line) {
        if (totals.rows() == ROWS_MAX) {
            leftOut++;
            return;
        }
        try {
            rows.write(line, totals.take(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataTotals totals() {
        return totals;
    }

    /** Rows that the sheet had no room for. */
    long leftOut() {
        return leftOut;
    }
}
