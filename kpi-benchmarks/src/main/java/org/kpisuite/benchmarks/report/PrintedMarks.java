package org.kpisuite.benchmarks.report;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.kpisuite.reports.chart.Typeface;

/** All texts, lines and areas of a PDF, read back from the file, to be drawn once more by hand. */
final class PrintedMarks {
    private final List<Page> pages = new ArrayList<>();

    /** One page. */
    private record Page(float width, float height, List<Mark> marks) {}

    /** Something on a page. */
    private sealed interface Mark {}

    private record Text(String words, float x, float y, float size, boolean bold, Color colour) implements Mark {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(GeneralPath path, boolean filled, float weight, float[] dash, Color colour) implements Mark {}

    static PrintedMarks of(byte[] pdf) throws IOException {
        PrintedMarks marks = new PrintedMarks();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                Reader reader = new Reader(page);
                reader.processPage(page);
                reader.end();
                marks.pages.add(new Page(
                        page.getMediaBox().getWidth(), page.getMediaBox().getHeight(), reader.marks));
            }
        }
        return marks;
    }

    int count() {
        return pages.stream().mapToInt(p -> p.marks.size()).sum();
    }

    /** Draws them as a program would that knows every place by heart. */
    void draw(OutputStream out, BaseFont regular, BaseFont bold) {
        try {
            Document document = new Document(new Rectangle(pages.get(0).width, pages.get(0).height));
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setFullCompression();
            document.open();
            for (Page page : pages) {
                document.newPage();
                PdfContentByte content = writer.getDirectContent();
                page.marks.forEach(mark -> draw(mark, content, regular, bold));
            }
            document.close();
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void draw(Mark mark, PdfContentByte content, BaseFont regular, BaseFont bold) {
        if (mark instanceof Text text) {
            content.setColorFill(text.colour);
            content.beginText();
            content.setFontAndSize(text.bold ? bold : regular, text.size);
            content.setTextMatrix(text.x, text.y);
            content.showText(text.words);
            content.endText();
        } else if (mark instanceof Drawn drawn) {
            path(drawn.path, content);
            if (drawn.filled) {
                content.setColorFill(drawn.colour);
                content.fill();
            } else {
                content.setColorStroke(drawn.colour);
                content.setLineWidth(drawn.weight);
                if (drawn.dash.length > 1) {
                    content.setLineDash(drawn.dash[0], drawn.dash[1], 0);
                } else {
                    content.setLineDash(0);
                }
                content.stroke();
            }
        }
    }

    private static void path(GeneralPath path, PdfContentByte content) {
        float[] c = new float[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(c[0], c[1]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> content.closePath();
            }
        }
    }

    static BaseFont font(boolean bold) throws IOException {
        try {
            return BaseFont.createFont(
                    bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.NOT_CACHED,
                    Typeface.shipped().file(bold),
                    null);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Collects what is drawn; characters that follow one another are one text again. */
    private static final class Reader extends PDFGraphicsStreamEngine {
        private final List<Mark> marks = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private GeneralPath path = new GeneralPath();
        private Matrix start = new Matrix();
        private boolean bold;
        private Color colour = Color.BLACK;

        Reader(PDPage page) {
            super(page);
        }

        void end() {
            if (words.length() > 0) {
                marks.add(new Text(
                        words.toString(),
                        start.getTranslateX(),
                        start.getTranslateY(),
                        start.getScalingFactorY(),
                        bold,
                        colour));
                words.setLength(0);
            }
        }

        @Override
        public void beginText() {
            end();
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            if (words.length() == 0) {
                start = matrix;
                bold = font.getName().contains("Bold");
                colour = colour(getGraphicsState().getNonStrokingColor());
            }
            words.append(font.toUnicode(code));
        }

        private static Color colour(PDColor colour) throws IOException {
            return new Color(colour.toRGB());
        }

        @Override
        public void strokePath() throws IOException {
            float scale = getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX();
            float[] dash =
                    getGraphicsState().getLineDashPattern().getDashArray().clone();
            for (int i = 0; i < dash.length; i++) {
                dash[i] *= scale;
            }
            float weight = getGraphicsState().getLineWidth() * scale;
            marks.add(new Drawn(
                    path, false, weight, dash, colour(getGraphicsState().getStrokingColor())));
            path = new GeneralPath();
        }

        @Override
        public void fillPath(int rule) throws IOException {
            marks.add(new Drawn(
                    path, true, 0, new float[0], colour(getGraphicsState().getNonStrokingColor())));
            path = new GeneralPath();
        }

        @Override
        public void fillAndStrokePath(int rule) throws IOException {
            fillPath(rule);
        }

        @Override
        public void moveTo(float x, float y) {
            path.moveTo(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            path.lineTo(x, y);
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            path.curveTo(x1, y1, x2, y2, x3, y3);
        }

        @Override
        public Point2D getCurrentPoint() {
            return path.getCurrentPoint();
        }

        @Override
        public void closePath() {
            path.closePath();
        }

        @Override
        public void endPath() {
            path = new GeneralPath();
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            path.moveTo(p0.getX(), p0.getY());
            path.lineTo(p1.getX(), p1.getY());
            path.lineTo(p2.getX(), p2.getY());
            path.lineTo(p3.getX(), p3.getY());
            path.closePath();
        }

        @Override
        public void drawImage(PDImage image) {
            throw new IllegalStateException("a scorecard has no pictures");
        }

        @Override
        public void clip(int rule) {
            throw new IllegalStateException("nothing is clipped");
        }

        @Override
        public void shadingFill(COSName name) {
            throw new IllegalStateException("nothing is shaded");
        }
    }
}
