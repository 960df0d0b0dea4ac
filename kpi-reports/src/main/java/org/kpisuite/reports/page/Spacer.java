package org.kpisuite.reports.page;

/** White where a row of the matrix would stand, so that what follows keeps its place. */
public record Spacer() implements Line {
    @Override
    public int height() {
        return 143;
    }
}
