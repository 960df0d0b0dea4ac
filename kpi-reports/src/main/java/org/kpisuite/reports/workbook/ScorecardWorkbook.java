package org.kpisuite.reports.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.archive.StableZip;
import org.kpisuite.reports.look.ReportLook;

/**
 * Writes a scorecard as an Excel workbook.
 *
 * <p>Equal scorecard, language and look give equal bytes. Source: domain specification §7.3.
 */
public final class ScorecardWorkbook {
    static final String PRODUCT = "KPI Suite";

    /** Writes the workbook of a scorecard of which no more is known; the stream stays open. */
    public void write(Scorecard scorecard, Locale locale, OutputStream out) {
        write(scorecard, Evidence.NONE, locale, out);
    }

    /** In the usual look; the stream stays open. */
    public void write(Scorecard scorecard, Evidence evidence, Locale locale, OutputStream out) {
        write(scorecard, evidence, locale, ReportLook.USUAL, out);
    }

    /** Writes the whole workbook; the stream stays open. The delivered rows go first, for the formulas are sums of them. */
    public void write(Scorecard scorecard, Evidence evidence, Locale locale, ReportLook look, OutputStream out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.setCellFormulaValidation(false);
            Book book = new Book(workbook, scorecard, evidence, locale, look);
            ZipOutputStream zip = new ZipOutputStream(out);
            DataSheet data = new DataSheet(book);
            StreamedSheet streamed = data.stream(zip);
            sheets(book, data);
            workbook.setForceFormulaRecalculation(true);
            properties(book);
            workbook.write(bytes);
            StableZip.copy(bytes.toByteArray(), Set.of(streamed.entry()), book.replaced, zip);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is looked up comes before what looks it up, so that the checks settle in order. */
    private static void sheets(Book book, DataSheet data) {
        Map<DayRange, Integer> spans = new ParamSheet(book).write();
        ItemsSheet items = new ItemsSheet(
                book, new DataFormula(data.totals(), book.scorecard.heading().unit(), spans));
        new PlanSheet(book, items).write();
        items.write();
        new TrendSheet(book).write();
        new ChartsSheet(book).write();
        new SummarySheet(book, items).write();
        new BridgeSheet(book).write();
        new LeadLagSheet(book, book.page(SheetName.LEADLAG)).write(book.scorecard.pairs(), book.heading.unit());
        new RestatementsSheet(book).write();
        new IssuesSheet(book).write();
        new AuditSheet(book, data).write();
        List<Checks.Check> settled = book.checks.settled();
        new ChecksSheet(book).write(settled);
        book.checks.storeResults();
        book.sources.forEach(SourceCell::makeLive);
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
