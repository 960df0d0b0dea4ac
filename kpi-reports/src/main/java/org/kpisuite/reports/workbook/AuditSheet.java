package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Scorecard.Heading;
import org.kpisuite.domain.scorecard.Scorecard.PlanMark;
import org.kpisuite.reports.data.ImportMark;

/** The sheet Audit: with these the same scorecard can be made again, number by number. */
final class AuditSheet {
    private static final int FIRST_ROW = 2;

    private final Book book;
    private final Page page;
    private final DataSheet data;
    private int row = FIRST_ROW;

    AuditSheet(Book book, DataSheet data) {
        this.book = book;
        this.page = book.page(SheetName.AUDIT);
        this.data = data;
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
        line("trace", book.scorecard.traceCode().toString(), "TraceCode");
        line("language", book.locale.getLanguage(), "Language");
        book.scorecard.plan().ifPresentOrElse(this::plan, () -> line("plan-state", none(), "PlanState"));
        line("items", Integer.toString(book.scorecard.items().size()), "ItemCount");
        line("restated", Integer.toString(book.scorecard.restatements().size()), "RestatementCount");
        line("product", ScorecardWorkbook.PRODUCT, "Product");
        total(
                "rows",
                "COUNT(" + DataColumn.VALUE.reference() + ")",
                (double) data.totals().rows(),
                "DataRows");
        total(
                "total",
                "SUM(" + DataColumn.VALUE.reference() + ")",
                data.totals().total(),
                "DataTotal");
        line("left-out", Long.toString(data.leftOut()), "DataLeftOut");
        signatures();
        imports();
        XSSFSheet sheet = page.sheet();
        sheet.createFreezePane(1, FIRST_ROW);
        sheet.enableLocking();
        page.print(book, 0, 0, 1);
        page.fitColumns();
        page.fitRows(FIRST_ROW);
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

    /** A control total: whoever adds, drops or changes a row breaks it, and the sheet Checks turns red. */
    private void total(String key, String formula, double value, String name) {
        String words = book.words.text("audit." + key);
        page.text(row, 0, words, Look.TEXT_GREY);
        control(row, 1, "", words, formula, value);
        book.name(name, "Audit!$B$" + (row + 1));
        row++;
    }

    private void control(int at, int column, String item, String words, String formula, double value) {
        BigDecimal exact = new BigDecimal(value);
        XSSFCell cell = page.number(at, column, exact, Look.NUMBER, Formats.EXACT, Decimals.plain(exact));
        book.sources.add(new SourceCell(cell, formula));
        book.checks.add(item, words, cell, Optional.of(exact));
    }

    /** Those that stood at the instant of the scorecard. */
    private void signatures() {
        List<Signature> signatures = book.evidence.plan().map(Plan::signatures).orElse(List.of()).stream()
                .filter(s -> s.signedAt().isBefore(book.scorecard.heading().asOf()))
                .toList();
        if (signatures.isEmpty()) {
            return;
        }
        heads("signatures", List.of("MEANING", "SIGNER", "ROLE", "SIGNED_AT", "CONTENT_HASH"));
        for (Signature signature : signatures) {
            page.code(row, 0, signature.meaning().name(), Look.TEXT);
            String signer = signature
                    .onBehalfOf()
                    .map(p -> signature.signer() + " / " + p)
                    .orElse(signature.signer());
            page.code(row, 1, signer, Look.TEXT);
            page.code(row, 2, signature.role().map(Role::name).orElse(""), Look.TEXT);
            page.code(row, 3, DateTimeFormatter.ISO_INSTANT.format(signature.signedAt()), Look.TEXT);
            page.code(row, 4, signature.contentHash(), Look.TEXT);
            row++;
        }
    }

    private void imports() {
        List<ImportMark> imports =
                book.evidence.imports().of(data.totals().imports().keySet());
        if (imports.isEmpty()) {
            return;
        }
        heads("imports", List.of("IMPORT", "FILE", "ROWS_HERE", "RECEIVED_AT", "SHA256", "FILE_ROWS"));
        for (ImportMark one : imports) {
            page.number(row, 0, BigDecimal.valueOf(one.id()), Look.CODE_NUMBER, Formats.INTEGER, "" + one.id());
            page.code(row, 1, one.file(), Look.TEXT);
            String count = "COUNTIF(%s,A%d)".formatted(DataColumn.IMPORT.reference(), row + 1);
            String words = book.words.text("column.ROWS_HERE");
            control(row, 2, one.file(), words, count, data.totals().imports().get(one.id()));
            page.code(row, 3, DateTimeFormatter.ISO_INSTANT.format(one.at()), Look.TEXT);
            page.code(row, 4, one.sha256(), Look.TEXT);
            page.number(row, 5, BigDecimal.valueOf(one.rows()), Look.NUMBER, Formats.INTEGER, "" + one.rows());
            row++;
        }
    }

    private void heads(String title, List<String> heads) {
        row++;
        page.spill(row++, 0, book.words.text("audit." + title), Look.SUBTITLE_BOLD);
        for (int i = 0; i < heads.size(); i++) {
            boolean number = heads.get(i).startsWith("ROWS") || heads.get(i).endsWith("ROWS");
            page.heading(row, i, book.words.text("column." + heads.get(i)), number ? Look.HEAD : Look.HEAD_LEFT);
        }
        row++;
    }

    private void day(String key, LocalDate day) {
        page.text(row, 0, book.words.text("audit." + key), Look.TEXT_GREY);
        page.date(row, 1, day, Look.TEXT);
        row++;
    }
}
