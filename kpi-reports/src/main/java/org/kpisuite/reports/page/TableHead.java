package org.kpisuite.reports.page;

/** Column heads of the table. */
public record TableHead(String plan, String priorYear, String forecast, String low, String high) implements Line {
    @Override
    public int height() {
        return 350;
    }
}
