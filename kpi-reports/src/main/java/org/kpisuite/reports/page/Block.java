package org.kpisuite.reports.page;

/**
 * Heading of the leading or the lagging block.
 *
 * @param first whether nothing stands above it but the column heads
 * @param ruled whether it brings the line below it
 */
public record Block(String name, String weight, String hint, String trend, boolean first, boolean ruled)
        implements Line {
    @Override
    public int height() {
        return 160;
    }
}
