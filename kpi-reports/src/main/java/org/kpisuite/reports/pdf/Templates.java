package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The compiled template, read once for the life of the JVM. */
final class Templates {
    private static final String SCORECARD = "/org/kpisuite/reports/pdf/scorecard.jasper";

    private Templates() {}

    static JasperReport scorecard() {
        return Holder.REPORT;
    }

    private static final class Holder {
        static final JasperReport REPORT = load();

        private static JasperReport load() {
            try (InputStream file = Templates.class.getResourceAsStream(SCORECARD)) {
                if (file == null) {
                    throw new IllegalStateException("the build left out " + SCORECARD);
                }
                return (JasperReport) JRLoader.loadObject(file);
            } catch (JRException e) {
                throw new IllegalStateException("unreadable " + SCORECARD, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
