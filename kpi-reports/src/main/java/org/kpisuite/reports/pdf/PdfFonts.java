package org.kpisuite.reports.pdf;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.kpisuite.reports.chart.Typeface;

/** The typeface as it is embedded: the characters in use, under names that are the same in every run. */
final class PdfFonts {
    private static final BaseFont REGULAR = embedded("DejaVuSans.ttf", false);
    private static final BaseFont BOLD = embedded("DejaVuSans-Bold.ttf", true);

    private PdfFonts() {}

    static BaseFont of(boolean bold) {
        return bold ? BOLD : REGULAR;
    }

    private static BaseFont embedded(String name, boolean bold) {
        try {
            BaseFont font = BaseFont.createFont(
                    name,
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.NOT_CACHED,
                    Typeface.shipped().file(bold),
                    null);
            font.setIncludeCidSet(false);
            font.setSecureRandom(new Unvarying());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException("unreadable " + name, e);
        }
    }

    /** Names of subsets are made of random letters; nothing rests on their being hard to guess. */
    private static final class Unvarying extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public double nextDouble() {
            return 0.4;
        }
    }
}
