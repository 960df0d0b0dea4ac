package org.kpisuite.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.page.Page;

/**
 * Writes a scorecard as PDF.
 *
 * <p>Equal scorecard, language and palette give equal bytes: the only time in the file is the scorecard's as-of
 * instant. Fonts are embedded, words are text, marks are vectors.
 */
public final class ScorecardPdf {

    private ScorecardPdf() {}

    /** With good in green and bad in red. The stream is left open. */
    public static void write(Scorecard scorecard, Locale locale, OutputStream out) throws IOException {
        write(scorecard, locale, Palette.GREEN_RED, out);
    }

    /** The same in the colours of a reader's choice. */
    public static void write(Scorecard scorecard, Locale locale, Palette palette, OutputStream out) throws IOException {
        Edition edition = Edition.of(scorecard, locale, palette);
        Document document = Document.of(edition);
        document.write(export(fill(edition), document), out);
    }

    private static JasperPrint fill(Edition edition) {
        List<Page> pages = Composition.pages(edition);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, edition.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, edition.texts().bundle());
        try {
            return JasperFillManager.fillReport(Templates.scorecard(), parameters, new PageLines(pages));
        } catch (JRException e) {
            throw new IllegalStateException("the template refuses the scorecard", e);
        }
    }

    private static byte[] export(JasperPrint print, Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
        SimplePdfExporterConfiguration file = new SimplePdfExporterConfiguration();
        file.setCompressed(false);
        file.setMetadataTitle(document.title());
        file.setDisplayMetadataTitle(true);
        exporter.setConfiguration(file);
        SimplePdfReportConfiguration report = new SimplePdfReportConfiguration();
        report.setForceSvgShapes(false);
        exporter.setConfiguration(report);
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException("the filled report cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
