package org.kpisuite.reports.page;

/**
 * Heading of a block in the matrix.
 *
 * @param first whether nothing stands above it but the column heads
 * @param ruled whether it brings the line below it
 */
public record MatrixBlock(String name, boolean first, boolean ruled) implements Line {
    @Override
    public int height() {
        return 14;
    }
}
