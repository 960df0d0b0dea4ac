package org.kpisuite.reports.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * Writes a scorecard as an Excel workbook.
 *
 * <p>Equal scorecard and language give equal bytes. Source: domain specification §7.3.
 */
public final class ScorecardWorkbook {
    private static final String PRODUCT = "KPI Suite";

    /** Writes the whole workbook; the stream stays open. */
    public void write(Scorecard scorecard, Locale locale, OutputStream out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Book book = new Book(workbook, scorecard, locale);
            sheets(book);
            workbook.setForceFormulaRecalculation(true);
            properties(book);
            workbook.write(bytes);
            StableZip.copy(bytes.toByteArray(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is looked up comes before what looks it up, so that the checks settle in order. */
    private static void sheets(Book book) {
        ItemsSheet items = new ItemsSheet(book);
        new PlanSheet(book, items).write();
        items.write();
        new TrendSheet(book).write();
        new ChartsSheet(book).write();
        new SummarySheet(book, items).write();
        new RestatementsSheet(book).write();
        new AuditSheet(book).write();
        List<Checks.Check> settled = book.checks.settled();
        new ChecksSheet(book).write(settled);
        book.checks.storeResults();
    }

    private static void properties(Book book) {
        POIXMLProperties properties = book.workbook.getProperties();
        Optional<Date> asOf = Optional.of(Date.from(book.scorecard.heading().asOf()));
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(Headline.of(book.scorecard, book.locale));
        core.setSubjectProperty(book.heading.unit() + " " + book.heading.period());
        core.setCreator(PRODUCT);
        core.setLastModifiedByUser(PRODUCT);
        core.setCreated(asOf);
        core.setModified(asOf);
        core.getUnderlyingProperties().setLanguageProperty(book.locale.getLanguage());
        POIXMLProperties.ExtendedProperties extended = properties.getExtendedProperties();
        extended.setApplication(PRODUCT);
        extended.setCompany(book.heading.company());
    }
}
