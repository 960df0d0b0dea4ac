package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.chart.Palette;

/**
 * Writes a scorecard as PDF.
 *
 * <p>Equal scorecard, language and palette give equal bytes: the only time in the file is the scorecard's as-of
 * instant. Fonts are embedded, words are text, marks are vectors.
 */
public final class ScorecardPdf {

    static final String TEMPLATE = "/org/kpisuite/reports/pdf/scorecard.jasper";

    private ScorecardPdf() {}

    /** With good in green and bad in red. The stream is left open. */
    public static void write(Scorecard scorecard, Locale locale, OutputStream out) throws IOException {
        write(scorecard, locale, Palette.GREEN_RED, out);
    }

    /** The same in the colours of a reader's choice. */
    public static void write(Scorecard scorecard, Locale locale, Palette palette, OutputStream out) throws IOException {
        Edition edition = Edition.of(scorecard, locale, palette);
        Document document = Document.of(edition);
        document.write(PdfFile.of(TEMPLATE, new PageLines(Composition.pages(edition)), document, edition.texts()), out);
    }
}
