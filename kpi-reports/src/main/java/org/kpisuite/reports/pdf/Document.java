package org.kpisuite.reports.pdf;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * What a file says about itself: the only time in it is the instant that its figures are of.
 *
 * @param bookmarks one for each page
 */
public record Document(
        String title, String author, String subject, String language, Instant asOf, List<String> bookmarks) {
    private static final String PRODUCER = "KPI Suite";

    static Document of(Edition edition, List<String> bookmarks) {
        Scorecard.Heading heading = edition.scorecard().heading();
        return new Document(
                heading.unitName().in(edition.locale())
                        + " · " + edition.texts().text("kind.scorecard")
                        + " · " + heading.period().code(),
                heading.company().in(edition.locale()),
                org.kpisuite.domain.scorecard.Headline.of(edition.scorecard(), edition.locale()),
                edition.locale().getLanguage(),
                heading.asOf(),
                bookmarks);
    }

    /** Before the first page. */
    void describe(PdfWriter writer) {
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.TITLE, text(title));
        info.put(PdfName.AUTHOR, text(author));
        info.put(PdfName.SUBJECT, text(subject));
    }

    /** After the last page. */
    void date(PdfWriter writer) {
        GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        time.setTimeInMillis(asOf.toEpochMilli());
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.CREATOR, text(PRODUCER));
        info.put(PdfName.PRODUCER, text(PRODUCER));
        info.put(PdfName.CREATIONDATE, new PdfDate(time));
        info.put(PdfName.MODDATE, new PdfDate(time));
        byte[] id = ByteBuffer.allocate(16)
                .putLong(asOf.toEpochMilli())
                .putInt(title.hashCode())
                .putInt(subject.hashCode())
                .array();
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
    }

    private static PdfString text(String words) {
        return new PdfString(words, PdfObject.TEXT_UNICODE);
    }
}
