package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Scorecard.Restatement;
import org.kpisuite.reports.wording.ReasonWord;

/** The sheet Restatements: values of earlier periods that changed after they had been delivered. */
final class RestatementsSheet {
    private static final int HEAD_ROW = 3;
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int CHANGE = 5;
    private static final List<String> HEADS = List.of(
            "CODE", "MEASURE", "PERIOD", "BEFORE", "AFTER", "CHANGE", "REVISION", "IMPORT", "RECORDED", "REASON");

    private final Book book;
    private final Page page;

    RestatementsSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.RESTATEMENTS);
    }

    void write() {
        page.spill(0, 0, book.words.text("restatements.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        for (int i = 0; i < HEADS.size(); i++) {
            boolean number = i >= BEFORE && i <= CHANGE + 1;
            page.heading(
                    HEAD_ROW,
                    i,
                    book.words.text("column." + HEADS.get(i)),
                    number ? Look.HEAD : i > CHANGE ? Look.HEAD_REMARK : Look.HEAD_LEFT);
        }
        List<Restatement> restatements = book.scorecard.restatements();
        if (restatements.isEmpty()) {
            page.spill(HEAD_ROW + 1, 0, book.words.text("restatements.none"), Look.TEXT_GREY);
        }
        for (int i = 0; i < restatements.size(); i++) {
            write(restatements.get(i), HEAD_ROW + 1 + i);
        }
        int last = HEAD_ROW + Math.max(1, restatements.size());
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.sheet().setAutoFilter(new CellRangeAddress(HEAD_ROW, last, 0, HEADS.size() - 1));
        page.print(book, HEAD_ROW, HEAD_ROW, 1);
        page.fitColumns();
        page.fitRows(HEAD_ROW);
    }

    private void write(Restatement restatement, int row) {
        page.code(row, 0, restatement.measure(), Look.TEXT);
        page.text(row, 1, restatement.measureName().in(book.locale), Look.TEXT);
        page.code(row, 2, restatement.period().code(), Look.TEXT);
        String before = Decimals.plain(restatement.before());
        String after = Decimals.plain(restatement.after());
        page.number(row, BEFORE, restatement.before(), Look.NUMBER, Formats.GENERAL, before);
        page.number(row, AFTER, restatement.after(), Look.NUMBER, Formats.GENERAL, after);
        String change =
                new CellReference(row, AFTER).formatAsString() + "-" + new CellReference(row, BEFORE).formatAsString();
        page.formula(row, CHANGE, change, Look.NUMBER, Formats.GENERAL, after);
        page.text(row, CHANGE + 1, Integer.toString(restatement.revision()), Look.NUMBER);
        page.text(row, CHANGE + 2, Long.toString(restatement.importId()), Look.REMARK);
        page.text(row, CHANGE + 3, book.heading.instant(restatement.recordedAt()), Look.REMARK);
        page.text(
                row,
                CHANGE + 4,
                restatement.reason() == null ? "" : ReasonWord.of(restatement.reason(), book.locale),
                Look.REMARK);
    }
}
