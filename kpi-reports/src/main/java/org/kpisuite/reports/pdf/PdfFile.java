package org.kpisuite.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRBeanCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;

/** Fills a compiled template and exports it, as {@link Document} then finishes it. */
public final class PdfFile {
    private PdfFile() {}

    /** A template that prints one bean after the other. */
    public static byte[] of(String template, Collection<?> beans, Document document, Texts texts) {
        return of(template, new JRBeanCollectionDataSource(beans), document, texts);
    }

    static byte[] of(String template, JRDataSource lines, Document document, Texts texts) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        try {
            return export(JasperFillManager.fillReport(Templates.of(template), parameters, lines), document);
        } catch (JRException e) {
            throw new IllegalStateException("the template refuses its lines: " + template, e);
        }
    }

    private static byte[] export(JasperPrint print, Document document) throws JRException {
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
        exporter.exportReport();
        return bytes.toByteArray();
    }
}
