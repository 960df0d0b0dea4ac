package org.kpisuite.reports.pdf;

import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Objects;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfProducer;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil;
import org.kpisuite.reports.chart.ToldDrawing;

/**
 * Puts filled pages into a PDF: each line of a text on its baseline, drawings straight into the page, both with the tag that
 * the template gives them.
 *
 * <p>Jasper places elements on whole units. A template that needs finer ones says how many of its units are a point.
 * Baselines: of a text in the middle of its field at the middle + 0.36 × size, of one at the top at the top + 0.8 × size, of
 * several lines at the distance of the line spacing around that. Texts arrive broken, see {@link FittedTexts}.
 */
final class PageExporter extends JRPdfExporter {
    /** How many units of a template are a point. */
    static final String UNIT = "net.sf.jasperreports.export.pdf.units.per.point";

    static final String ROLE = "net.sf.jasperreports.export.pdf.tag.role";
    static final String SPAN = "net.sf.jasperreports.export.pdf.tag.colspan";

    /** What follows is an aside: grey, never bold. */
    static final char ASIDE = '\u2063';

    private static final float MIDDLE = 0.36f;
    private static final float TOP = 0.8f;
    private static final float LEADING = 1.2f;

    private final Document document;
    private final float unit;
    private final PagePencil.Setting setting;
    private @Nullable PageTags tags;
    private PagePencil.@Nullable Page page;

    PageExporter(Document document, float unit) {
        this.document = document;
        this.unit = unit;
        this.setting = new PagePencil.Setting(
                document.look().palette().accent(), document.look().paper().scale(), new HashMap<>());
    }

    @Override
    protected PdfProducer createPdfProducer() {
        return new PageProducer(createPdfProducerContext(), document);
    }

    private PdfWriter writer() {
        return ((PageProducer) pdfProducer).getPdfWriter();
    }

    private PdfContentByte content() {
        return writer().getDirectContent();
    }

    /** In place of Jasper's anchors, which nothing leads to. */
    @Override
    protected void writePageAnchor(int index) {
        if (document.look().tagged() && tags == null) {
            tags = new PageTags(writer().getStructureTreeRoot(), document.language());
            colours();
        }
        float scale = scale() / unit;
        content().concatCTM(scale, 0, 0, scale, 0, 0);
        page = new PagePencil.Page(content(), unit, pageFormat.getPageHeight(), setting);
        if (index < document.bookmarks().size()) {
            PdfDestination top = new PdfDestination(PdfDestination.FIT);
            PdfOutline root = content().getRootOutline();
            new PdfOutline(
                    root,
                    PdfAction.gotoLocalPage(index + 1, top, writer()),
                    document.bookmarks().get(index));
        }
    }

    private float scale() {
        return document.look().paper().scale();
    }

    private void colours() {
        try {
            Document.colours(writer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void exportPage(JRPrintPage printed) throws JRException, IOException {
        exportElements(printed.getElements());
    }

    private PagePencil pencil(JRPrintElement element) {
        return new PagePencil(Objects.requireNonNull(page), left(element), top(element));
    }

    private float left(JRPrintElement element) {
        return (element.getX() + getOffsetX()) / unit;
    }

    private float top(JRPrintElement element) {
        return (element.getY() + getOffsetY()) / unit;
    }

    private static @Nullable String property(JRPrintElement element, String name) {
        return element.hasProperties() ? element.getPropertiesMap().getProperty(name) : null;
    }

    private void begin(JRPrintElement element) {
        if (tags != null) {
            String span = property(element, SPAN);
            tags.begin(content(), property(element, ROLE), span == null ? 1 : Integer.parseInt(span));
        }
    }

    private void end() {
        if (tags != null) {
            tags.end(content());
        }
    }

    /** A line stands in the middle of its box, whatever its weight. */
    @Override
    protected void exportLine(JRPrintLine line) {
        begin(line);
        float weight = line.getLinePen().getLineWidth() / unit;
        Color colour = line.getLinePen().getLineColor();
        boolean upright = line.getWidth() <= 1;
        float right = upright ? 0 : line.getWidth() / unit;
        float bottom = upright ? line.getHeight() / unit : 0;
        if (line.getLinePen().getLineStyle() == LineStyleEnum.DASHED) {
            pencil(line).dashed(0, 0, right, bottom, weight, colour, 1.6f, 1.2f);
        } else {
            pencil(line).line(0, 0, right, bottom, weight, colour);
        }
        end();
    }

    @Override
    public void exportImage(JRPrintImage image) throws IOException, JRException {
        if (image.getRenderer() instanceof ToldDrawing told) {
            PagePencil pencil = new PagePencil(Objects.requireNonNull(page), left(image), top(image), tags);
            told.draw(pencil, image.getWidth() / unit, image.getHeight() / unit);
            return;
        }
        String words = image.getHyperlinkTooltip();
        if (tags != null && words != null && !words.isEmpty()) {
            tags.beginFigure(content(), words, place(image), property(image, ROLE));
        } else if (tags != null) {
            tags.begin(content(), null, 1);
        }
        if (image.getRenderer() instanceof Drawing drawing) {
            drawing.draw(pencil(image), image.getWidth() / unit, image.getHeight() / unit);
        } else {
            super.exportImage(image);
        }
        end();
    }

    private float[] place(JRPrintElement element) {
        float scale = scale() / unit;
        float left = (element.getX() + getOffsetX()) * scale;
        float top = (pageFormat.getPageHeight() - element.getY() - getOffsetY()) * scale;
        return new float[] {left, top - element.getHeight() * scale, left + element.getWidth() * scale, top};
    }

    @Override
    public void exportText(JRPrintText text) {
        String all = text.getFullText();
        if (all.isEmpty() && property(text, ROLE) == null) {
            return;
        }
        begin(text);
        PagePencil pencil = pencil(text);
        String[] lines = all.split("\n", -1);
        float size = text.getFontSize() / unit;
        float leading = leading(text, size);
        float baseline = firstBaseline(text, size, leading, lines.length);
        boolean aside = false;
        for (String line : lines) {
            aside = line(pencil, text, line, baseline, aside);
            baseline += leading;
        }
        end();
    }

    private float leading(JRPrintText text, float size) {
        Float fixed = text.getParagraph().getLineSpacingSize();
        return fixed == null || fixed <= 1 ? size * LEADING : fixed / unit;
    }

    private float firstBaseline(JRPrintText text, float size, float leading, int lines) {
        float height = text.getHeight() / unit;
        VerticalTextAlignEnum side = text.getVerticalTextAlign();
        if (side == VerticalTextAlignEnum.TOP) {
            return TOP * size;
        }
        float middle = height / 2 + MIDDLE * size;
        return side == VerticalTextAlignEnum.BOTTOM
                ? height - (1 - TOP) * size - (lines - 1) * leading
                : middle - (lines - 1) * leading / 2;
    }

    /** Answers whether the next line goes on as an aside. */
    private boolean line(PagePencil pencil, JRPrintText text, String line, float baseline, boolean asideBefore) {
        float size = text.getFontSize() / unit;
        boolean bold = text.isBold();
        int turn = asideBefore ? 0 : line.indexOf(ASIDE);
        String main = turn < 0 ? line : line.substring(0, turn);
        String rest = turn < 0 ? "" : line.substring(asideBefore ? 0 : turn + 1);
        float wide = pencil.width(main, size, bold) + pencil.width(rest, size, false);
        float x = start(text, wide);
        Color colour = document.look().palette().inPlaceOf(text.getForecolor());
        pencil.text(main, x, baseline, size, bold, colour, Pencil.Side.LEFT);
        float from = x + pencil.width(main, size, bold);
        pencil.text(rest, from, baseline, size, false, Ink.NOTE, Pencil.Side.LEFT);
        return turn >= 0;
    }

    private float start(JRPrintText text, float width) {
        float leftPadding = text.getLineBox().getLeftPadding() / unit;
        float right = (text.getWidth() - text.getLineBox().getRightPadding()) / unit;
        HorizontalTextAlignEnum side = text.getHorizontalTextAlign();
        return side == HorizontalTextAlignEnum.RIGHT
                ? right - width
                : side == HorizontalTextAlignEnum.CENTER ? (leftPadding + right - width) / 2 : leftPadding;
    }
}
