package org.kpisuite.reports.pack;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil;
import org.kpisuite.reports.chart.Typeface;
import org.kpisuite.reports.pdf.Lettering;

/** Marks that flow down pages of one size; what does not fit any more begins the next page. */
final class Paper {
    static final float WIDTH = 774;
    static final float HEIGHT = 527;

    /** Room for the head and the foot of each page. */
    private static final float TOP = 16;

    private static final float BOTTOM = HEIGHT - 18;
    private static final float LEADING = 1.32f;

    /** Something at its place on a page. */
    private interface Mark {
        void draw(Pencil pencil);
    }

    /** A page as it is drawn. */
    record Sheet(int number, int of, Foot foot, List<Mark> marks) implements Drawing {
        @Override
        public void draw(Pencil pencil, float width, float height) {
            marks.forEach(m -> m.draw(pencil));
            foot.draw(pencil, number, of);
        }

        @Override
        public String getId() {
            return "pack-" + number;
        }
    }

    /** What stands on every page: at its head of whom it speaks, at its foot what proves it. */
    interface Foot {
        void draw(Pencil pencil, int number, int of);
    }

    /** How a text looks. */
    record Style(float size, boolean bold, Color colour) {
        static final Style TITLE = new Style(13, true, Ink.TEXT);
        static final Style SECTION = new Style(9.5f, true, Ink.TEXT);
        static final Style BODY = new Style(7.5f, false, Ink.TEXT);
        static final Style STRONG = new Style(7.5f, true, Ink.TEXT);
        static final Style NOTE = new Style(6.5f, false, Ink.NOTE);

        float line() {
            return size * LEADING;
        }
    }

    private final Lettering lettering = new Lettering(Typeface.shipped());
    private final List<List<Mark>> pages = new ArrayList<>();
    private float y;

    Paper() {
        turn();
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = TOP;
    }

    /** Begins a page if so much does not fit on this one any more. Answers whether it did. */
    boolean need(float height) {
        boolean turned = y + height > BOTTOM && y > TOP;
        if (turned) {
            turn();
        }
        return turned;
    }

    void gap(float height) {
        y = Math.min(y + height, BOTTOM);
    }

    private void mark(Mark mark) {
        pages.get(pages.size() - 1).add(mark);
    }

    /** Lines of a text as wide as that, broken at words. */
    List<String> broken(String text, float width, Style style) {
        return lettering.lines(text.isBlank() ? " " : text, width, style.size(), style.bold(), Integer.MAX_VALUE);
    }

    /** Lines side by side, without going down. */
    void put(List<String> lines, float x, Style style, Pencil.Side side) {
        float at = y;
        for (String line : lines) {
            at += style.line();
            float base = at - style.size() * (LEADING - 1);
            mark(p -> p.text(line, x, base, style.size(), style.bold(), style.colour(), side));
        }
    }

    /** A text of the whole width; goes down. */
    void text(String text, Style style) {
        for (String line : broken(text, WIDTH, style)) {
            need(style.line());
            put(List.of(line), 0, style, Pencil.Side.LEFT);
            y += style.line();
        }
    }

    void down(float height) {
        y += height;
    }

    void rule(float weight, Color colour) {
        float at = y;
        mark(p -> p.line(0, at, WIDTH, at, weight, colour));
    }

    /** A drawing in a box beside what is put, without going down. */
    void draw(Drawing drawing, float x, float width, float height) {
        float at = y;
        mark(p -> p.inside(x, at, () -> drawing.draw(p, width, height)));
    }

    /** All pages, each with its number and its foot. */
    List<Sheet> sheets(Foot foot) {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            sheets.add(new Sheet(i + 1, pages.size(), foot, List.copyOf(pages.get(i))));
        }
        return sheets;
    }
}
