package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Caption;

/** The name of an item with its unit in grey, broken into lines that fit; the unit is never cut off. */
final class ItemName {
    private static final float CAPTION_SIZE = 7.5f;

    private final Edition edition;

    ItemName(Edition edition) {
        this.edition = edition;
    }

    /** At most that many lines, the unit an aside. */
    String text(ScorecardItem item, float width, float size, int linesMax) {
        List<String> lines = new ArrayList<>(lines(item, width, size, linesMax));
        String ending = ending(item);
        String last = lines.get(lines.size() - 1);
        if (!ending.isEmpty() && last.endsWith(ending)) {
            String name = last.substring(0, last.length() - ending.length() + 1);
            lines.set(lines.size() - 1, name + PageExporter.ASIDE + ending.substring(1));
        }
        return String.join("\n", lines);
    }

    /** Above a chart, the unit in grey. */
    Caption caption(ScorecardItem item, float width, int linesMax) {
        List<String> lines = lines(item, width, CAPTION_SIZE, linesMax);
        String ending = ending(item);
        boolean last = !ending.isEmpty() && lines.get(lines.size() - 1).endsWith(ending);
        return new Caption(lines, last ? ending.length() - 1 : 0, false);
    }

    int lineCount(ScorecardItem item, float width, float size, int linesMax) {
        return lines(item, width, size, linesMax).size();
    }

    /** {@code Leads, pcs} in one piece, for readers who hear the page. */
    String spoken(ScorecardItem item) {
        return edition.text(item).name() + ending(item);
    }

    private List<String> lines(ScorecardItem item, float width, float size, int linesMax) {
        return edition.lettering().lines(edition.text(item).name(), ending(item), width, size, false, linesMax);
    }

    private String ending(ScorecardItem item) {
        ItemText text = edition.text(item);
        return text.unit().isEmpty()
                ? ""
                : "," + Lettering.NO_BREAK + text.unit().replace(' ', Lettering.NO_BREAK);
    }
}
