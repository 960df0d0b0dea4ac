package org.kpisuite.reports.page;

/** What the strips of the matrix mean, below the rule that ends it. */
public record MatrixNote(String text) implements Line {
    @Override
    public int height() {
        return 110;
    }
}
