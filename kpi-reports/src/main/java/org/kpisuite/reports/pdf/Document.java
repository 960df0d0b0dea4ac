package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * What a file says about itself. The last step of writing sets it, and everything else that would differ from run to
 * run: times, the file's identifier, the prefixes of embedded font subsets.
 */
public record Document(String title, String author, String language, Instant asOf) {
    private static final String PRODUCER = "KPI Suite";

    static Document of(Edition edition) {
        Scorecard.Heading heading = edition.scorecard().heading();
        return new Document(
                heading.unitName().in(edition.locale())
                        + " · " + edition.texts().text("kind.scorecard")
                        + " · " + heading.period().code(),
                heading.company().in(edition.locale()),
                edition.locale().getLanguage(),
                heading.asOf());
    }

    public void write(byte[] exported, OutputStream out) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(exported)) {
            pdf.setDocumentInformation(information());
            pdf.getDocumentCatalog().setLanguage(language);
            pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.METADATA);
            FontSubsets.rename(pdf);
            pdf.getDocument().getTrailer().removeItem(COSName.ID);
            pdf.setDocumentId(asOf.toEpochMilli());
            pdf.save(out);
        }
    }

    private PDDocumentInformation information() {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setCreationDate(time());
        information.setModificationDate(time());
        return information;
    }

    private Calendar time() {
        Calendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        time.setTimeInMillis(asOf.toEpochMilli());
        return time;
    }
}
