package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.page.Page;

/**
 * Writes a scorecard as PDF.
 *
 * <p>Equal scorecard, language and look give equal bytes: the only time in the file is the scorecard's as-of
 * instant. Fonts are embedded, words are text, marks are vectors.
 */
public final class ScorecardPdf {

    static final String TEMPLATE = "/org/kpisuite/reports/pdf/scorecard";

    private ScorecardPdf() {}

    /** In the usual look. The stream is left open. */
    public static void write(Scorecard scorecard, Locale locale, OutputStream out) throws IOException {
        write(scorecard, locale, ReportLook.USUAL, out);
    }

    /** The lines of all messages that head its pages, each once. */
    public static List<String> messages(Scorecard scorecard, Locale locale) {
        return Composition.pages(Edition.of(scorecard, locale, ReportLook.USUAL)).stream()
                .flatMap(p -> p.message().stream())
                .distinct()
                .toList();
    }

    /** The same in the look of an organisation. */
    public static void write(Scorecard scorecard, Locale locale, ReportLook look, OutputStream out) throws IOException {
        Edition edition = Edition.of(scorecard, locale, look);
        List<Page> pages = Composition.pages(edition);
        Document document =
                Document.of(edition, pages.stream().map(Page::bookmark).toList());
        PdfFile.write(TEMPLATE, new PageLines(pages), document, edition.texts(), out);
    }
}
