package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader of a PDF gets: words with their places, page by page. */
public final class Glyphs extends PDFTextStripper {
    /** Height above and below the baseline that a text claims, in em. */
    private static final float ABOVE = 0.73f;

    private static final float BELOW = 0.20f;

    /** A character as drawn, in points from the top left corner of the page. */
    public record Glyph(String text, float left, float top, float right, float bottom, float size) {
        public boolean intersects(Glyph other, float tolerance) {
            return left < other.right - tolerance
                    && other.left < right - tolerance
                    && top < other.bottom - tolerance
                    && other.top < bottom - tolerance;
        }
    }

    /** Characters drawn together, from the place of the first one on its baseline. */
    public record Run(String text, float left, float base, float size) {}

    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private Glyphs() {
        setSortByPosition(false);
    }

    public static Glyphs of(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Glyphs glyphs = new Glyphs();
            glyphs.setStartPage(page);
            glyphs.setEndPage(page);
            glyphs.getText(document);
            return glyphs;
        }
    }

    public static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    public List<Glyph> glyphs() {
        return glyphs;
    }

    /** Runs of characters without a gap between them; a no-break space is part of its number. */
    public List<String> words() {
        return words;
    }

    public List<Run> runs() {
        return runs;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        TextPosition start = positions.get(0);
        runs.add(new Run(text, start.getXDirAdj(), start.getYDirAdj(), start.getYScale()));
        StringBuilder word = new StringBuilder();
        TextPosition before = null;
        for (TextPosition position : positions) {
            String character = position.getUnicode();
            if ((before != null && isApart(before, position)) || character.equals(" ")) {
                end(word);
            }
            if (!character.equals(" ")) {
                word.append(character);
                add(position);
            }
            before = position;
        }
        end(word);
    }

    private static boolean isApart(TextPosition before, TextPosition next) {
        float gap = next.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
        return Math.abs(gap) > 0.5f || Math.abs(next.getYDirAdj() - before.getYDirAdj()) > 0.5f;
    }

    private void end(StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void add(TextPosition position) {
        if (position.getUnicode().isBlank() || position.getUnicode().equals("\u00A0")) {
            return;
        }
        float size = position.getYScale();
        glyphs.add(new Glyph(
                position.getUnicode(),
                position.getXDirAdj(),
                position.getYDirAdj() - ABOVE * size,
                position.getXDirAdj() + position.getWidthDirAdj(),
                position.getYDirAdj() + BELOW * size,
                size));
    }

    /** Pairs that lie over each other by more than the tolerance, points. */
    public List<String> collisions(float tolerance) {
        List<Glyph> all = glyphs();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int k = i + 1; k < all.size(); k++) {
                if (all.get(i).intersects(all.get(k), tolerance)) {
                    found.add(all.get(i) + " and " + all.get(k));
                }
            }
        }
        return found;
    }
}
