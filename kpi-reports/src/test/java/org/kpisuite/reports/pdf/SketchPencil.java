package org.kpisuite.reports.pdf;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Pencil;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.chart.Typeface;

/** Writes down what is drawn: words with their places, and of shapes how many there are with a checksum of them all. */
final class SketchPencil extends Pencil {
    private final List<String> words = new ArrayList<>();
    private final List<String> shapes = new ArrayList<>();

    private SketchPencil() {
        super(Typeface.shipped(), 0, 0);
    }

    /** The sketch of a drawing in a box: its words in the order in which they are set, then its shapes. */
    static String of(Drawing drawing, float width, float height) {
        SketchPencil pencil = new SketchPencil();
        drawing.draw(pencil, width, height);
        CRC32 sum = new CRC32();
        pencil.shapes.forEach(s -> sum.update(s.getBytes(StandardCharsets.UTF_8)));
        return String.join(" ", pencil.words) + "\n    %d shapes %08x".formatted(pencil.shapes.size(), sum.getValue());
    }

    @Override
    protected void outline(Shape onPage, float weight, Color colour, float dash, float gap) {
        shapes.add(String.format(
                Locale.ROOT, "line %s %.1f %06x %.1f", box(onPage), weight, colour.getRGB() & 0xFFFFFF, dash));
    }

    @Override
    protected void area(Shape onPage, Color colour) {
        shapes.add("area %s %06x".formatted(box(onPage), colour.getRGB() & 0xFFFFFF));
    }

    @Override
    protected void image(Picture picture, float pageX, float pageY, float width, float height) {
        shapes.add(picture + " " + box(rectangle(pageX, pageY, pageX + width, pageY + height)));
    }

    @Override
    public Color accent() {
        return Palette.GREEN_RED.accent();
    }

    @Override
    protected void words(String text, float pageX, float pageY, float size, boolean bold, Color colour) {
        words.add(
                String.format(Locale.ROOT, "%s@%d,%d%s", text, Math.round(pageX), Math.round(pageY), bold ? "b" : ""));
    }

    /** To half a point, so that neither rounding nor fonts of another build matter. */
    private static String box(Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        return "%d %d %d %d"
                .formatted(
                        Math.round(2 * box.getX()),
                        Math.round(2 * box.getY()),
                        Math.round(2 * box.getWidth()),
                        Math.round(2 * box.getHeight()));
    }
}
