package org.kpisuite.reports.page;

/** Heading of the leading or the lagging block. */
public record Block(String name, String weight, String hint, String trend, boolean first) implements Line {
    @Override
    public int height() {
        return 16;
    }
}
