package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/** Departments side by side, three or four of them, each with its words for those who do not see it. */
public record Departments(int columns, List<Renderable> drawings, List<String> descriptions) implements Line {
    /** Width of a cell where so many stand side by side. */
    public static int width(int columns) {
        return columns == 3 ? 240 : 174;
    }

    @Override
    public int height() {
        return 1280;
    }
}
