package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Caption;

/** The name of an item with its unit in grey, broken into lines that fit; the unit is never cut off. */
final class ItemName {
    private static final float CAPTION_SIZE = 7.5f;

    /** Characters of a last word that may stand behind a cut. */
    private static final int TAIL_MAX = 12;

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

    /** The bare name in one line. */
    String line(ScorecardItem item, float width, float size) {
        return lines(item, new Room("", width, size, 1)).get(0);
    }

    private List<String> lines(ScorecardItem item, float width, float size, int linesMax) {
        return lines(item, new Room(ending(item), width, size, linesMax));
    }

    /** Room for a name, and what must stand after it. */
    private record Room(String ending, float width, float size, int linesMax) {}

    /** Names that would be cut alike keep what tells them apart behind the cut. */
    private List<String> lines(ScorecardItem item, Room room) {
        List<String> lines = cut(name(item), "", room);
        List<String> alike = edition.scorecard().items().stream()
                .filter(i ->
                        !i.key().equals(item.key()) && cut(name(i), "", room).equals(lines))
                .map(this::name)
                .toList();
        return alike.isEmpty() ? lines : cut(name(item), Lettering.NO_BREAK + apart(item, alike), room);
    }

    private List<String> cut(String name, String apart, Room room) {
        return edition.lettering().lines(name, apart + room.ending, room.width, room.size, false, room.linesMax);
    }

    /** The last word where no other has it, else the code. */
    private String apart(ScorecardItem item, List<String> alike) {
        String name = name(item);
        String last = name.substring(name.lastIndexOf(' ') + 1);
        boolean tells = alike.stream().noneMatch(other -> other.equals(last) || other.endsWith(" " + last));
        return tells && last.length() <= TAIL_MAX ? last : item.key();
    }

    private String name(ScorecardItem item) {
        return edition.text(item).name();
    }

    private String ending(ScorecardItem item) {
        ItemText text = edition.text(item);
        return text.unit().isEmpty()
                ? ""
                : "," + Lettering.NO_BREAK + text.unit().replace(' ', Lettering.NO_BREAK);
    }
}
