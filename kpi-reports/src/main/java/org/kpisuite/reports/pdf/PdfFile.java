package org.kpisuite.reports.pdf;

import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRBeanCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Fills a compiled template and exports it. */
public final class PdfFile {
    private PdfFile() {}

    /** A template, named without its ending, that prints one bean after the other. */
    public static void write(String template, Collection<?> beans, Document document, Texts texts, OutputStream out) {
        write(template, new JRBeanCollectionDataSource(beans), document, texts, out);
    }

    static void write(String template, JRDataSource lines, Document document, Texts texts, OutputStream out) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        JasperReport report = Templates.of(document.look().paper().template(template) + ".jasper");
        try {
            export(JasperFillManager.fillReport(report, parameters, lines), document, out);
        } catch (JRException e) {
            throw new IllegalStateException("the template refuses its lines: " + template, e);
        }
    }

    private static void export(JasperPrint print, Document document, OutputStream out) throws JRException {
        String unit = print.getProperty(PageExporter.UNIT);
        PageExporter exporter = new PageExporter(document, unit == null ? 1 : Float.parseFloat(unit));
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimplePdfExporterConfiguration file = new SimplePdfExporterConfiguration();
        file.setCompressed(true);
        file.setMetadataTitle(document.title());
        file.setDisplayMetadataTitle(true);
        exporter.setConfiguration(file);
        exporter.exportReport();
    }
}
