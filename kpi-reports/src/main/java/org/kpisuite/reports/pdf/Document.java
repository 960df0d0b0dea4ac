package org.kpisuite.reports.pdf;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfICCBased;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;

/**
 * What a file says about itself: the only time in it is the instant that its figures are of.
 *
 * @param bookmarks one for each page
 * @param look also whether it is for readers who hear it, and for archives, too: PDF/UA-1 and PDF/A-2a
 */
public record Document(
        String title,
        String author,
        String subject,
        String language,
        Instant asOf,
        List<String> bookmarks,
        ReportLook look) {
    private static final String PRODUCER = "KPI Suite";
    private static final String SRGB = "sRGB IEC61966-2.1";

    static Document of(Edition edition, List<String> bookmarks) {
        Scorecard.Heading heading = edition.scorecard().heading();
        return new Document(
                heading.unitName().in(edition.locale())
                        + " · " + edition.texts().text("kind.scorecard")
                        + " · " + heading.period().code(),
                heading.company().in(edition.locale()),
                Headline.of(edition.scorecard(), edition.locale()),
                edition.locale().getLanguage(),
                heading.asOf(),
                bookmarks,
                edition.look());
    }

    /** Before the first page; a tagged file is PDF/A-2a and PDF/UA-1. */
    void describe(PdfWriter writer) {
        if (look.tagged()) {
            writer.setTagged();
            writer.setXmpMetadata(Xmp.of(this, PRODUCER));
        }
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

    /** What the colours of the file mean. */
    static void colours(PdfWriter writer) throws IOException {
        PdfICCBased profile = new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        profile.remove(PdfName.ALTERNATE);
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(SRGB));
        intent.put(PdfName.INFO, new PdfString(SRGB));
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
    }

    private static PdfString text(String words) {
        return new PdfString(words, PdfObject.TEXT_UNICODE);
    }
}
