package org.kpisuite.reports.pack;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil;
import org.kpisuite.reports.chart.ToldDrawing;
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
    record Sheet(int number, int of, Foot foot, List<Mark> marks) implements ToldDrawing {
        @Override
        public void draw(Pencil pencil, float width, float height) {
            marks.forEach(m -> m.draw(pencil));
            pencil.part(null, 1, () -> foot.draw(pencil, number, of));
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

    /**
     * How a text looks.
     *
     * @param role what it is where it stands by itself, see {@link Pencil#part}
     */
    record Style(float size, boolean bold, Color colour, String role) {
        static final Style TITLE = new Style(13, true, Ink.TEXT, "H1");
        static final Style SECTION = new Style(9.5f, true, Ink.TEXT, "H2");
        static final Style BODY = new Style(7.5f, false, Ink.TEXT, "P");
        static final Style STRONG = new Style(7.5f, true, Ink.TEXT, "P");
        static final Style NOTE = new Style(6.5f, false, Ink.NOTE, "P");

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

    /**
     * What a text is to readers who hear the page.
     *
     * @param role see {@link Pencil#part}; null for what was told already
     * @param columns of its table
     */
    record Told(@Nullable String role, int columns) {
        static final Told NOTHING = new Told(null, 1);

        static Told as(String role) {
            return new Told(role, 1);
        }
    }

    /** Where lines stand: from an x on, or up to it. */
    record Place(float x, Pencil.Side side) {
        static final Place LEFT = new Place(0, Pencil.Side.LEFT);
    }

    /** Lines one below the other, without going down. */
    void put(List<String> lines, Place place, Style style, Told told) {
        float top = y;
        mark(p -> p.part(told.role(), told.columns(), () -> {
            float at = top;
            for (String line : lines) {
                at += style.line();
                float base = at - style.size() * (LEADING - 1);
                p.text(line, place.x(), base, style.size(), style.bold(), style.colour(), place.side());
            }
        }));
    }

    /** A text of the whole width; goes down, on further pages too. */
    void text(String text, Style style) {
        List<String> rest = broken(text, WIDTH, style);
        while (!rest.isEmpty()) {
            need(style.line());
            int fitting = Math.max(1, Math.min(rest.size(), (int) ((BOTTOM - y) / style.line())));
            put(rest.subList(0, fitting), Place.LEFT, style, Told.as(style.role()));
            y += fitting * style.line();
            rest = rest.subList(fitting, rest.size());
        }
    }

    void down(float height) {
        y += height;
    }

    void rule(float weight, Color colour) {
        float at = y;
        mark(p -> p.part(null, 1, () -> p.line(0, at, WIDTH, at, weight, colour)));
    }

    /** A drawing of a table's cell in a box beside what is put, without going down; told in words. */
    void draw(Drawing drawing, String words, float x, float width, float height) {
        Rectangle2D.Float box = new Rectangle2D.Float(x, y, width, height);
        mark(p -> p.figure("TD", words, box, () -> p.inside(box.x, box.y, () -> drawing.draw(p, width, height))));
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
