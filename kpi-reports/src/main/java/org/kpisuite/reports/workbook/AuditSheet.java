package org.kpisuite.reports.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.scorecard.Scorecard.Heading;
import org.kpisuite.domain.scorecard.Scorecard.PlanMark;

/** The sheet Audit: with these the same scorecard can be made again, number by number. */
final class AuditSheet {
    private static final int FIRST_ROW = 2;

    private final Book book;
    private final Page page;
    private int row = FIRST_ROW;

    AuditSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.AUDIT);
    }

    void write() {
        Heading heading = book.scorecard.heading();
        page.spill(0, 0, book.words.text("audit.title"), Look.MESSAGE);
        line("as-of-instant", DateTimeFormatter.ISO_INSTANT.format(heading.asOf()), "AsOf");
        line("zone", heading.zone().getId(), "Zone");
        line("unit", heading.unit(), "Unit");
        line("unit-name", book.heading.unit(), "UnitName");
        line("company", book.heading.company(), "Company");
        line("period", heading.period().code(), "Period");
        day("first-day", heading.period().start());
        day("last-day", heading.period().endInclusive());
        day("data-to", heading.lastDay());
        line("days", heading.elapsedDays() + " / " + heading.totalDays(), "Days");
        line("state", book.words.text(heading.isOpen() ? "audit.open" : "audit.over"), "PeriodState");
        line("language", book.locale.getLanguage(), "Language");
        book.scorecard.plan().ifPresentOrElse(this::plan, () -> line("plan-state", none(), "PlanState"));
        line("items", Integer.toString(book.scorecard.items().size()), "ItemCount");
        line("restated", Integer.toString(book.scorecard.restatements().size()), "RestatementCount");
        XSSFSheet sheet = page.sheet();
        sheet.createFreezePane(1, FIRST_ROW);
        sheet.enableLocking();
        page.print(book.footer(), 0, 0, 1);
        page.fitColumns();
    }

    private String none() {
        return book.translated("plan.not-approved");
    }

    private void plan(PlanMark plan) {
        line("plan-id", Long.toString(plan.id()), "PlanId");
        line("plan-revision", Integer.toString(plan.revision()), "PlanRevision");
        line("plan-state", plan.state(), "PlanState");
        line("plan-hash", plan.hash(), "PlanHash");
        line("plan-late", Long.toString(plan.approvedLateDays()), "PlanLateDays");
    }

    private void line(String key, String value, String name) {
        page.text(row, 0, book.words.text("audit." + key), Look.TEXT_GREY);
        page.code(row, 1, value, Look.TEXT);
        book.name(name, "Audit!$B$" + (row + 1));
        row++;
    }

    private void day(String key, LocalDate day) {
        page.text(row, 0, book.words.text("audit." + key), Look.TEXT_GREY);
        page.date(row, 1, day, Look.TEXT);
        row++;
    }
}
