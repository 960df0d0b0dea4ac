package org.kpisuite.reports.warm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.pdf.ScorecardPdf;
import org.kpisuite.reports.workbook.Evidence;
import org.kpisuite.reports.workbook.ScorecardWorkbook;

/** Draws a sample scorecard once in every format and language: fonts, templates, styles and charts are loaded by it. */
public final class WarmUp {
    private static final int ROWS = 400;

    private WarmUp() {}

    /** Nothing of it is kept. */
    public static void draw(ReportLook look) {
        SampleReport sample = new SampleReport(ROWS);
        Scorecard card = sample.scorecard();
        Evidence evidence = sample.evidence();
        for (Locale locale : List.of(Messages.EN, Messages.RU)) {
            try {
                ScorecardPdf.write(card, locale, look, OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            new ScorecardWorkbook().write(card, evidence, locale, look, OutputStream.nullOutputStream());
        }
    }
}
