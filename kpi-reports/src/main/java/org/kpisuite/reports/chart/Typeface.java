package org.kpisuite.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The one typeface of all reports, DejaVu Sans regular and bold, from the fonts shipped with the reports. */
public final class Typeface {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
    private static final int EM = 1000;
    private static final Typeface SHIPPED =
            new Typeface(new Weight("DejaVuSans.ttf"), new Weight("DejaVuSans-Bold.ttf"));

    private final Weight regular;
    private final Weight bold;

    private Typeface(Weight regular, Weight bold) {
        this.regular = regular;
        this.bold = bold;
    }

    public static Typeface shipped() {
        return SHIPPED;
    }

    /** The font itself, to be embedded. */
    public byte[] file(boolean isBold) {
        return (isBold ? bold : regular).file.clone();
    }

    /** Advance width of a text in points. Kerning is off: a text is as wide as its characters. */
    public float width(String text, float size, boolean isBold) {
        return (isBold ? bold : regular).width(text) * size / EM;
    }

    /** One weight with the advances that were asked for so far. */
    private static final class Weight {
        private static final float UNKNOWN = -1;

        private final byte[] file;
        private final Font font;
        private final float[] advances = new float[Character.MAX_VALUE + 1];

        Weight(String name) {
            try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + name)) {
                if (in == null) {
                    throw new IllegalStateException("the fonts are missing: " + name);
                }
                file = in.readAllBytes();
                font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                        .deriveFont((float) EM);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("unreadable " + name, e);
            }
            Arrays.fill(advances, UNKNOWN);
        }

        float width(String text) {
            float width = 0;
            for (int i = 0; i < text.length(); i++) {
                width += advance(text.charAt(i));
            }
            return width;
        }

        private float advance(char c) {
            float known = advances[c];
            if (known == UNKNOWN) {
                GlyphVector glyphs = font.createGlyphVector(UNHINTED, new char[] {c});
                known = glyphs.getGlyphMetrics(0).getAdvanceX();
                advances[c] = known;
            }
            return known;
        }
    }
}
