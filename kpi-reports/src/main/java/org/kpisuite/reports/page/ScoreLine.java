package org.kpisuite.reports.page;

/** A line between strip and table: what it is about, and what is said. */
public record ScoreLine(String subject, String text) implements Line {
    @Override
    public int height() {
        return 90;
    }
}
