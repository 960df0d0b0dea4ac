package org.kpisuite.reports.page;

/** A scored item. */
public record Kpi(Row row) implements Line {
    @Override
    public int height() {
        return 250;
    }
}
