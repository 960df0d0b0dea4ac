package org.kpisuite.reports.page;

/** An item that only explains. */
public record Diagnostic(Row row, boolean indented) implements Line {
    @Override
    public int height() {
        return 135;
    }
}
