package org.kpisuite.reports.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.reports.archive.StableZip;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.wording.HeadingText;

/**
 * The test of one pair as an Excel workbook: the sheet LeadLag of a scorecard's workbook, alone. Equal readings and instants
 * give equal bytes. Source: domain specification §7.3.
 *
 * @param unit name of the unit whose figures they are
 * @param asOf when they were known
 * @param look of the organisation at that instant
 */
public record PairWorkbook(PairReading reading, LocalizedText unit, ZonedDateTime asOf, ReportLook look) {

    /** Writes it; the stream stays open. */
    public void write(Locale wanted, OutputStream out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.setCellFormulaValidation(false);
            PairSheets sheets = new PairSheets(workbook, wanted);
            new LeadLagSheet(sheets, sheets.added(SheetName.LEADLAG)).write(List.of(reading), sheets.unit());
            sheets.checks.settled();
            sheets.checks.storeResults();
            sheets.sources.forEach(SourceCell::makeLive);
            workbook.setForceFormulaRecalculation(true);
            properties(workbook, sheets.locale);
            workbook.write(bytes);
            ZipOutputStream zip = new ZipOutputStream(out);
            StableZip.copy(bytes.toByteArray(), Set.of(), sheets.replaced, zip);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class PairSheets extends Sheets {
        PairSheets(XSSFWorkbook workbook, Locale wanted) {
            super(workbook, wanted, PairWorkbook.this.look);
        }

        String unit() {
            return unit.in(locale).replaceAll("\\p{Cntrl}+", " ").strip();
        }

        @Override
        String footer() {
            return unit() + " · " + reading.pair().code() + " · "
                    + words.text("as-of", HeadingText.instant(asOf, locale));
        }
    }

    private void properties(XSSFWorkbook workbook, Locale locale) {
        Optional<Date> at = Optional.of(Date.from(asOf.toInstant()));
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(reading.analysis().text().in(Messages.supported(locale)));
        core.setSubjectProperty(reading.pair().code());
        core.setCreator(ScorecardWorkbook.PRODUCT);
        core.setLastModifiedByUser(ScorecardWorkbook.PRODUCT);
        core.setCreated(at);
        core.setModified(at);
        core.getUnderlyingProperties().setLanguageProperty(locale.getLanguage());
        workbook.getProperties().getExtendedProperties().setApplication(ScorecardWorkbook.PRODUCT);
    }
}
