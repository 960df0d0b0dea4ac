package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/**
 * One page: what stands in its frame, and its lines from top to bottom.
 *
 * @param message one or two lines
 */
public record Page(
        List<String> message,
        String who,
        Renderable legend,
        String scales,
        String provenance,
        String number,
        List<Line> lines) {

    /** A line of the message, empty where there is none. */
    public String message(int index) {
        return index < message.size() ? message.get(index) : "";
    }
}
