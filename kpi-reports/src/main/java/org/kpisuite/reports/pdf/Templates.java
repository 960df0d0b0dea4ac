package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** Compiled templates, each read once for the life of the JVM. */
final class Templates {
    private static final Map<String, JasperReport> LOADED = new ConcurrentHashMap<>();

    private Templates() {}

    static JasperReport of(String path) {
        return LOADED.computeIfAbsent(path, Templates::load);
    }

    private static JasperReport load(String path) {
        try (InputStream file = Templates.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the build left out " + path);
            }
            return (JasperReport) JRLoader.loadObject(file);
        } catch (JRException e) {
            throw new IllegalStateException("unreadable " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
