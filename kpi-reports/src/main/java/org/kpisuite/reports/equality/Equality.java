package org.kpisuite.reports.equality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.equality.Disagreement.Output;
import org.kpisuite.reports.mail.ScorecardMail;
import org.kpisuite.reports.workbook.ReadBack;

/**
 * Whether outputs say the same as the scorecard they were made from, in one language.
 *
 * <p>Workbook and data are compared number by number; of PDF and mail every number that must be printed is looked for as
 * it is printed, those of a row on one line. An empty list is what a delivery needs.
 */
public final class Equality {
    private final Scorecard scorecard;
    private final Locale locale;

    private Equality(Scorecard scorecard, Locale locale) {
        this.scorecard = scorecard;
        this.locale = locale;
    }

    public static Equality with(Scorecard scorecard, Locale locale) {
        return new Equality(scorecard, locale);
    }

    /** All four outputs of one delivery. */
    public List<Disagreement> disagreements(byte[] pdf, byte[] workbook, ScorecardMail mail, String json)
            throws IOException {
        List<Disagreement> all = new ArrayList<>(pdf(pdf));
        all.addAll(workbook(workbook));
        all.addAll(mail(mail));
        all.addAll(json(json));
        return all;
    }

    /** Reads a PDF back. */
    public List<Disagreement> pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return ExpectedPrint.pdf(scorecard, locale)
                    .missing(Output.PDF, new PrintedLines(stripper.getText(document)));
        }
    }

    /** Reads a workbook back. */
    public List<Disagreement> workbook(byte[] file) {
        return ReadBack.differences(scorecard, locale, file).stream()
                .map(d -> new Disagreement(Output.WORKBOOK, d.cell(), d.found(), d.expected()))
                .toList();
    }

    public List<Disagreement> mail(ScorecardMail mail) {
        String text = mail.subject() + "\n" + mail.body();
        return ExpectedPrint.mail(scorecard, locale).missing(Output.MAIL, new PrintedLines(text));
    }

    /** Reads the data back. */
    public List<Disagreement> json(String text) {
        return new ExpectedJson(scorecard).differences(text);
    }
}
