package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/** Up to four small charts side by side, each with its words for those who do not see it. */
public record Charts(List<Renderable> drawings, List<String> descriptions) implements Line {
    public static final int COUNT_MAX = 4;
    public static final int WIDTH = 175;

    @Override
    public int height() {
        return 1370;
    }
}
