package org.kpisuite.reports.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.feed.ImportTemplate;
import org.kpisuite.reports.archive.StableZip;
import org.kpisuite.reports.wording.Wording;

/**
 * Writes a blank template: a sheet to fill in whose header the import knows in both languages, a sheet that explains it, and
 * the lists that its cells choose from. Equal template, language and instant give equal bytes.
 */
public final class TemplateWorkbook {
    private static final String PRODUCT = "KPI Suite";
    private static final String TEXTS = "org.kpisuite.reports.intake.intake";

    private TemplateWorkbook() {}

    /** Writes the whole workbook; the stream stays open. */
    public static void write(ImportTemplate template, Locale wanted, Instant at, OutputStream out) {
        Locale locale = Messages.supported(wanted);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Wording words = Wording.of(TEXTS, locale);
            TemplateStyles styles = new TemplateStyles(workbook);
            TemplateLists lists = new TemplateLists(template);
            new TemplateSheet(template, locale, styles).write(workbook.createSheet("Data"), lists);
            new TemplateGuide(template, locale, words, styles).write(workbook.createSheet("Guide"));
            lists.write(workbook);
            properties(workbook, template, words, at);
            workbook.write(bytes);
            StableZip.copy(bytes.toByteArray(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void properties(XSSFWorkbook workbook, ImportTemplate template, Wording words, Instant at) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(words.text("title", template.unit(), template.period().code()));
        core.setCreator(PRODUCT);
        core.setLastModifiedByUser(PRODUCT);
        core.setCreated(Optional.of(Date.from(at)));
        core.setModified(Optional.of(Date.from(at)));
        workbook.getProperties().getExtendedProperties().setApplication(PRODUCT);
    }
}
