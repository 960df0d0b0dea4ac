package org.kpisuite.reports.page;

/** What the marks of the matrix mean. */
public record MatrixNote(String text) implements Line {
    @Override
    public int height() {
        return 14;
    }
}
