package org.kpisuite.reports.page;

/** Heading of a block in the matrix. */
public record MatrixBlock(String name, boolean first) implements Line {
    @Override
    public int height() {
        return 14;
    }
}
