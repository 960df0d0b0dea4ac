package org.kpisuite.reports.page;

import org.kpisuite.reports.chart.Axis;

/** White between rows, with the axes running through. */
public record Gap(Axis bars, Axis pins, boolean ruled) implements Line {
    @Override
    public int height() {
        return 20;
    }
}
