package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/** Up to four items as columns. */
public record Charts(List<String> titles, List<Renderable> drawings, List<String> descriptions) implements Line {
    @Override
    public int height() {
        return 144;
    }
}
