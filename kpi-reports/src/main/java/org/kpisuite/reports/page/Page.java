package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * One page: what stands in its frame, and its lines from top to bottom.
 *
 * @param message one or two lines
 * @param bookmark its name in the list of pages
 * @param logo null where the name of the product stands instead
 * @param author whose logo it is
 * @param legendWords the names in the legend, for readers who hear the page
 */
public record Page(
        List<String> message,
        String bookmark,
        @Nullable Renderable logo,
        String author,
        String who,
        Renderable legend,
        String legendWords,
        String scales,
        String provenance,
        String number,
        List<Line> lines) {

    /** A line of the message, empty where there is none. */
    public String message(int index) {
        return index < message.size() ? message.get(index) : "";
    }
}
