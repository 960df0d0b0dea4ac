package org.kpisuite.reports.page;

import org.kpisuite.reports.chart.Axis;

/** White below a diagnostic, with the axes running through. */
public record ThinGap(Axis bars, Axis pins) implements Line {
    @Override
    public int height() {
        return 15;
    }
}
