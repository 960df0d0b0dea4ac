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
 * <p>The workbook is compared number by number; of PDF and mail every number that must be printed is looked for as it
 * is printed, actual, plan and variance of an item on one line. An empty list is what a delivery needs.
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

    /** All three outputs of one delivery. */
    public List<Disagreement> disagreements(byte[] pdf, byte[] workbook, ScorecardMail mail) throws IOException {
        List<Disagreement> all = new ArrayList<>(pdf(pdf));
        all.addAll(workbook(workbook));
        all.addAll(mail(mail));
        return all;
    }

    /** Reads a PDF back. */
    public List<Disagreement> pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return of(
                    Output.PDF,
                    ExpectedPrint.pdf(scorecard, locale).missing(new PrintedLines(stripper.getText(document))));
        }
    }

    /** Reads a workbook back. */
    public List<Disagreement> workbook(byte[] file) {
        return of(Output.WORKBOOK, ReadBack.differences(scorecard, locale, file));
    }

    public List<Disagreement> mail(ScorecardMail mail) {
        String text = mail.subject() + "\n" + mail.body();
        return of(Output.MAIL, ExpectedPrint.mail(scorecard, locale).missing(new PrintedLines(text)));
    }

    private static List<Disagreement> of(Output output, List<String> whats) {
        return whats.stream().map(w -> new Disagreement(output, w)).toList();
    }
}
