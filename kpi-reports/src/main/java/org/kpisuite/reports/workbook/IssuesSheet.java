package org.kpisuite.reports.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.scorecard.ItemWords;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;

/** The sheet Issues: what is to be said of the quality of the data and of the plan, one line each, to be filtered. */
final class IssuesSheet {
    private static final int HEAD_ROW = 3;
    private static final int MESSAGE = 5;
    private static final List<String> HEADS = List.of("ORIGIN", "SEVERITY", "ISSUE", "ITEM", "FIELD", "MESSAGE");

    private final Book book;
    private final Page page;

    IssuesSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.ISSUES);
    }

    /** One line. */
    private record Issue(String origin, Severity severity, String code, String item, String field, String message) {}

    void write() {
        page.spill(0, 0, book.words.text("issues.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        for (int i = 0; i < HEADS.size(); i++) {
            Look look = i == MESSAGE ? Look.HEAD_REMARK : Look.HEAD_LEFT;
            page.heading(HEAD_ROW, i, book.words.text("column." + HEADS.get(i)), look);
        }
        List<Issue> issues = issues();
        if (issues.isEmpty()) {
            page.spill(HEAD_ROW + 1, 0, book.words.text("restatements.none"), Look.TEXT_GREY);
        }
        for (int i = 0; i < issues.size(); i++) {
            write(issues.get(i), HEAD_ROW + 1 + i);
        }
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        int last = HEAD_ROW + Math.max(1, issues.size());
        page.sheet().setAutoFilter(new CellRangeAddress(HEAD_ROW, last, 0, HEADS.size() - 1));
        page.print(book, HEAD_ROW, HEAD_ROW, 1);
        page.fitColumns();
        page.width(MESSAGE, Page.WIDTH_TEXT);
        page.fitRows(HEAD_ROW);
    }

    private void write(Issue issue, int row) {
        page.text(row, 0, book.words.text("issues." + issue.origin), Look.TEXT);
        page.text(row, 1, book.words.text("severity." + issue.severity), Look.TEXT);
        page.code(row, 2, issue.code, Look.TEXT);
        page.code(row, 3, issue.item, Look.TEXT);
        page.code(row, 4, issue.field, Look.TEXT);
        page.text(row, MESSAGE, issue.message, Look.REMARK);
    }

    private List<Issue> issues() {
        List<Issue> issues = new ArrayList<>();
        for (ScorecardItem item : book.scorecard.items()) {
            ItemWords words = new ItemWords(item, book.locale);
            for (Note note : item.notes()) {
                issues.add(new Issue("data", severity(note), note.name(), item.key(), "", words.note(note)));
            }
        }
        for (Finding finding : book.evidence.findings()) {
            String item = finding.item() == null ? "" : finding.item();
            issues.add(new Issue(
                    "plan", finding.severity(), finding.code(), item, finding.field(), finding.message(book.locale)));
        }
        return issues;
    }

    /** An error where there is no number, a warning where it may change or cannot be compared. */
    private static Severity severity(Note note) {
        return switch (note) {
            case NOT_DELIVERED, TOO_INCOMPLETE, DIV0, DIV0_COST, CURRENCIES, NOT_AGGREGABLE, UNCOUNTED ->
                Severity.ERROR;
            case ROUNDING, CAPPED, ESTIMATED, PLAN_NOT_APPROVED, MODEL_FORECAST, MANUAL_FORECAST -> Severity.INFO;
            case PARTIAL,
                    STALE,
                    NO_OPENING,
                    UNITS_LEFT_OUT,
                    SINGLE_PART,
                    LOW_BASE,
                    OTHER_SOURCE,
                    PROVISIONAL,
                    REDEFINED,
                    GATE_FAILED,
                    GATE_PENDING -> Severity.WARN;
        };
    }
}
