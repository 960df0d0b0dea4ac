package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/**
 * An item across the periods: actual with its strip, then plan, previous period and prior year.
 *
 * @param running whether the last period still runs
 * @param first whether the heading of its block is right above
 */
public record MatrixRow(
        String name, List<String> actual, List<String> references, Renderable strips, boolean running, boolean first)
        implements Line {
    @Override
    public int height() {
        return 37;
    }
}
