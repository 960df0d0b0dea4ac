package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/**
 * Score, its scale and what makes it. Texts that end in {@code Words} are for readers who hear the page.
 *
 * @param score empty where there is none
 * @param notRated why there is no score; empty where there is one
 * @param changeStyle of the template: in the colour of bad where the score fell
 */
public record Strip(
        String scoreLabel,
        String score,
        String notRated,
        Renderable scoreSign,
        String scoreWords,
        Renderable scoreBar,
        String scoreBarWords,
        String coverage,
        String coverageNote,
        String range,
        String rangeNote,
        String previousLabel,
        String previous,
        Renderable previousSign,
        String previousWords,
        String previousChange,
        String changeStyle,
        List<Renderable> signs,
        List<String> signWords,
        List<String> counts,
        List<String> lostNames,
        List<String> lostPoints)
        implements Line {
    @Override
    public int height() {
        return 450;
    }
}
