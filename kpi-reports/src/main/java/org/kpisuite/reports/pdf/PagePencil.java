package org.kpisuite.reports.pdf;

import com.lowagie.text.BadElementException;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Pencil;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.chart.Typeface;

/**
 * Draws straight into the content of a page. Points from its upper left corner become units of the template, from its lower
 * left one.
 */
final class PagePencil extends Pencil {
    private final Page page;
    private final @Nullable PageTags tags;

    /**
     * What all pages of a file share.
     *
     * @param scale by which the paper shrinks or grows what the template has
     * @param pictures those that are in the file already
     */
    record Setting(Color accent, float scale, Map<Picture, Image> pictures) {
        Image image(Picture picture) {
            return pictures.computeIfAbsent(picture, Setting::embedded);
        }

        private static Image embedded(Picture picture) {
            try {
                Image image = Image.getInstance(picture.width(), picture.height(), 3, 8, picture.pixels());
                image.setDeflated(true);
                return image;
            } catch (BadElementException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A page while it is drawn: what was set last is not set again. */
    static final class Page {
        private final PdfContentByte content;
        private final float unit;
        private final float height;
        private final Setting setting;
        private @Nullable Color filling;
        private @Nullable Color stroking;
        private float weight = Float.NaN;
        private float dash = Float.NaN;

        /**
         * Begins a page.
         *
         * @param unit how many units of the template are a point
         * @param height of the page, in units
         */
        Page(PdfContentByte content, float unit, float height, Setting setting) {
            this.content = content;
            this.unit = unit;
            this.height = height;
            this.setting = setting;
        }

        /** The corners of a box in points of the paper, from its lower left one. */
        private float[] onPaper(Rectangle2D box) {
            float points = setting.scale() / unit;
            return new float[] {
                x(box.getMinX()) * points,
                y(box.getMaxY()) * points,
                x(box.getMaxX()) * points,
                y(box.getMinY()) * points
            };
        }

        private float x(double pageX) {
            return (float) pageX * unit;
        }

        private float y(double pageY) {
            return height - (float) pageY * unit;
        }

        private void fillWith(Color colour) {
            if (!Objects.equals(filling, colour)) {
                content.setColorFill(colour);
                filling = colour;
            }
        }

        private void strokeWith(Color colour, float lineWeight, float lineDash, float gap) {
            if (!Objects.equals(stroking, colour)) {
                content.setColorStroke(colour);
                stroking = colour;
            }
            if (weight != lineWeight) {
                content.setLineWidth(lineWeight * unit);
                weight = lineWeight;
            }
            if (dash != lineDash) {
                if (lineDash == 0) {
                    content.setLineDash(0);
                } else {
                    content.setLineDash(lineDash * unit, gap * unit, 0);
                }
                dash = lineDash;
            }
        }

        private void path(Shape shape) {
            float[] c = new float[6];
            for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
                switch (i.currentSegment(c)) {
                    case PathIterator.SEG_MOVETO -> content.moveTo(x(c[0]), y(c[1]));
                    case PathIterator.SEG_LINETO -> content.lineTo(x(c[0]), y(c[1]));
                    case PathIterator.SEG_QUADTO -> content.curveTo(x(c[0]), y(c[1]), x(c[2]), y(c[3]));
                    case PathIterator.SEG_CUBICTO ->
                        content.curveTo(x(c[0]), y(c[1]), x(c[2]), y(c[3]), x(c[4]), y(c[5]));
                    default -> content.closePath();
                }
            }
        }
    }

    PagePencil(Page page, float originX, float originY) {
        this(page, originX, originY, null);
    }

    /** @param tags of what is drawn in parts; null where the whole drawing has one already */
    PagePencil(Page page, float originX, float originY, @Nullable PageTags tags) {
        super(Typeface.shipped(), originX, originY);
        this.page = page;
        this.tags = tags;
    }

    @Override
    public void part(@Nullable String role, int columns, Runnable drawing) {
        if (tags == null) {
            drawing.run();
        } else {
            tags.begin(page.content, role, columns);
            drawing.run();
            tags.end(page.content);
        }
    }

    @Override
    public void figure(String role, String words, Rectangle2D.Float box, Runnable drawing) {
        if (tags == null) {
            drawing.run();
        } else {
            tags.beginFigure(page.content, words, page.onPaper(onPage(box)), role);
            drawing.run();
            tags.end(page.content);
        }
    }

    @Override
    protected void outline(Shape onPage, float weight, Color colour, float dash, float gap) {
        page.strokeWith(colour, weight, dash, gap);
        page.path(onPage);
        page.content.stroke();
    }

    @Override
    protected void area(Shape onPage, Color colour) {
        page.fillWith(colour);
        page.path(onPage);
        page.content.fill();
    }

    @Override
    protected void image(Picture picture, float pageX, float pageY, float width, float height) {
        float wide = width * page.unit;
        float high = height * page.unit;
        try {
            page.content.addImage(page.setting.image(picture), wide, 0, 0, high, page.x(pageX), page.y(pageY + height));
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Color accent() {
        return page.setting.accent();
    }

    @Override
    protected void words(String text, float pageX, float pageY, float size, boolean bold, Color colour) {
        page.fillWith(colour);
        page.content.beginText();
        page.content.setFontAndSize(PdfFonts.of(bold), size * page.unit);
        page.content.setTextMatrix(page.x(pageX), page.y(pageY));
        page.content.showText(text);
        page.content.endText();
    }
}
