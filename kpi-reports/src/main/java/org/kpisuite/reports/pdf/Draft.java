package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.reports.chart.Legend;
import org.kpisuite.reports.page.Line;

/**
 * A page before the number of all pages is known.
 *
 * @param message one line or two
 * @param kind what kind of page it is, also the name of its bookmark
 * @param when time and scenarios
 * @param lines grows while the page is filled
 */
record Draft(List<String> message, String kind, String when, Legend legend, String scales, List<Line> lines) {
    /** Another page of the same kind with other lines. */
    Draft with(List<Line> others) {
        return new Draft(message, kind, when, legend, scales, new ArrayList<>(others));
    }

    int height() {
        return lines.stream().mapToInt(Line::height).sum();
    }

    /** Whether so much more fits into a body of that height. */
    boolean takes(int height, int body) {
        return height() + height <= body;
    }
}
