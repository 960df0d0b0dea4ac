package org.kpisuite.reports.page;

/** Words in place of rows. */
public record Words(String text) implements Line {
    @Override
    public int height() {
        return 160;
    }
}
