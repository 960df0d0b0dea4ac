package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/** Score, its scale and what makes it. */
public record Strip(
        String scoreLabel,
        String score,
        Renderable scoreSign,
        Renderable scoreBar,
        String coverage,
        String coverageNote,
        String range,
        String rangeNote,
        String previousLabel,
        String previous,
        Renderable previousSign,
        String previousChange,
        List<Renderable> signs,
        List<String> counts,
        List<String> lostNames,
        List<String> lostPoints)
        implements Line {
    @Override
    public int height() {
        return 45;
    }
}
