package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/**
 * Periods over the columns of the matrix.
 *
 * @param months over the weeks that belong to them
 * @param running whether the last period still runs
 */
public record MatrixHead(Renderable months, List<String> periods, boolean running) implements Line {
    @Override
    public int height() {
        return 275;
    }

    public String period(int index) {
        return index < periods.size() ? periods.get(index) : "";
    }
}
