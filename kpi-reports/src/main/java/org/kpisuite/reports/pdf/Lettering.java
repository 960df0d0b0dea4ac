package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.reports.chart.Typeface;

/** Breaks texts into lines that fit, by the widths of the one typeface; what is too long is cut at a word. */
public final class Lettering {
    public static final char NO_BREAK = '\u00A0';
    private static final String ELLIPSIS = "…";

    private final Typeface typeface;

    public Lettering(Typeface typeface) {
        this.typeface = typeface;
    }

    public float width(String text, float size, boolean bold) {
        return typeface.width(text, size, bold);
    }

    /** At most that many lines; the last ends in an ellipsis where something was left out. */
    public List<String> lines(String text, float width, float size, boolean bold, int linesMax) {
        return lines(text, "", width, size, bold, linesMax);
    }

    /** The same with an ending, such as a unit, that is never cut off. */
    List<String> lines(String text, String ending, float width, float size, boolean bold, int linesMax) {
        List<String> words = new ArrayList<>(List.of(text.strip().split(" +", -1)));
        List<String> all = wrap(join(words, "") + ending, width, size, bold);
        while (!fits(all, width, size, bold, linesMax) && words.size() > 1) {
            words.remove(words.size() - 1);
            all = wrap(join(words, ELLIPSIS) + ending, width, size, bold);
        }
        return fits(all, width, size, bold, linesMax) ? all : List.of(cut(words.get(0), ending, width, size, bold));
    }

    /** One line, cut at a word. */
    public String line(String text, float width, float size, boolean bold) {
        return lines(text, width, size, bold, 1).get(0);
    }

    private static String join(List<String> words, String end) {
        String joined = String.join(" ", words);
        return end.isEmpty() ? joined : outsideBrackets(joined).replaceAll("[,;:(\\s]+$", "") + end;
    }

    /** A bracket that would not be closed is left out with what it holds. */
    private static String outsideBrackets(String text) {
        int open = text.lastIndexOf('(');
        return open > 0 && text.indexOf(')', open) < 0 ? text.substring(0, open) : text;
    }

    private boolean fits(List<String> lines, float width, float size, boolean bold, int linesMax) {
        return lines.size() <= linesMax && lines.stream().allMatch(l -> width(l, size, bold) <= width);
    }

    private List<String> wrap(String text, float width, float size, boolean bold) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && width(line + " " + word, size, bold) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A single word longer than a line is cut within. */
    private String cut(String word, String ending, float width, float size, boolean bold) {
        int length = word.length();
        while (length > 1 && width(word.substring(0, length) + ELLIPSIS + ending, size, bold) > width) {
            length--;
        }
        return length == word.length() ? word + ending : word.substring(0, length) + ELLIPSIS + ending;
    }
}
