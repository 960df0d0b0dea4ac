package org.kpisuite.reports.page;

/** The rule that ends a table. */
public record End() implements Line {
    @Override
    public int height() {
        return 5;
    }
}
