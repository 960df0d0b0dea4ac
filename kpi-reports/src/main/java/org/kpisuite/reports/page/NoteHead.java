package org.kpisuite.reports.page;

/** Heading of some notes on a page of their own. */
public record NoteHead(String title) implements Line {
    @Override
    public int height() {
        return 230;
    }
}
