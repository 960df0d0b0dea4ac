package org.kpisuite.reports.workbook;

import java.util.List;

/** The sheets in their order. Their names are English in both languages, so that formulas and macros of readers hold. */
enum SheetName {
    SUMMARY("Summary"),
    SCORECARD("Scorecard"),
    TREND("Trend"),
    CHARTS("Charts"),
    BRIDGE("Bridge"),
    LEADLAG("LeadLag"),
    PLAN("Plan"),
    DATA("Data"),
    RESTATEMENTS("Restatements"),
    ISSUES("Issues"),
    PARAM("Param"),
    CHECKS("Checks"),
    AUDIT("Audit");

    private final String title;

    SheetName(String title) {
        this.title = title;
    }

    /** Its part in the archive. */
    String entry() {
        return "xl/worksheets/sheet%d.xml".formatted(1 + List.of(values()).indexOf(this));
    }

    String title() {
        return title;
    }
}
