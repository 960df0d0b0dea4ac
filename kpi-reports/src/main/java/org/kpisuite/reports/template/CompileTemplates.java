package org.kpisuite.reports.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.kpisuite.reports.look.PaperSize;

/**
 * Turns every {@code .jrxml} below one folder into a {@code .jasper} at the same place below another, one for each paper. Run by the build:
 * compiling at run time would cost more than twenty-five times the filling, and ship a Java compiler.
 */
public final class CompileTemplates {
    /** How many units of a template are a point; one where it says nothing. */
    private static final String UNIT = "net.sf.jasperreports.export.pdf.units.per.point";

    private CompileTemplates() {}

    /** Arguments: the folder of templates (none is no template), the folder of compiled ones. */
    public static void main(String[] args) throws IOException, JRException {
        Path sources = Path.of(args[0]);
        if (Files.isDirectory(sources)) {
            compileAll(sources, Path.of(args[1]));
        }
    }

    private static void compileAll(Path sources, Path compiled) throws IOException, JRException {
        for (Path template : templatesIn(sources)) {
            String name = sources.relativize(template).toString();
            String stem = name.substring(0, name.length() - ".jrxml".length());
            for (PaperSize paper : PaperSize.values()) {
                Path target = compiled.resolve(paper.template(stem) + ".jasper");
                Files.createDirectories(target.getParent());
                compile(template, paper, target);
            }
        }
    }

    /** The page is as large as the composition needs it, so that it fills the paper at its scale. */
    private static void compile(Path template, PaperSize paper, Path target) throws IOException, JRException {
        JasperDesign design = JRXmlLoader.load(template.toFile());
        String unit = design.getPropertiesMap().getProperty(UNIT);
        design.setPageWidth(paper.width(unit == null ? "1" : unit));
        design.setPageHeight(paper.height(unit == null ? "1" : unit));
        int beside = design.getPageWidth() - design.getColumnWidth();
        design.setLeftMargin(beside / 2);
        design.setRightMargin(beside - beside / 2);
        try (OutputStream out = Files.newOutputStream(target)) {
            JasperCompileManager.compileReportToStream(design, out);
        }
    }

    private static List<Path> templatesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jrxml"))
                    .sorted()
                    .toList();
        }
    }
}
