package org.kpisuite.reports.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Turns every {@code .jrxml} below one folder into a {@code .jasper} at the same place below another. Run by the build:
 * compiling at run time would cost more than twenty-five times the filling, and ship a Java compiler.
 */
public final class CompileTemplates {

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
            Path target = compiled.resolve(name.substring(0, name.length() - ".jrxml".length()) + ".jasper");
            Files.createDirectories(target.getParent());
            JasperCompileManager.compileReportToFile(template.toString(), target.toString());
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
