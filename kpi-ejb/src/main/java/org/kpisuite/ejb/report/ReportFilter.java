package org.kpisuite.ejb.report;

import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.report.ReportFormat;

/**
 * Which reports are wanted.
 *
 * @param before only rows with a smaller id: where the last page ended
 * @param skip of the rows in their order
 * @param rows at most so many, 1 to {@link #ROWS_MAX}
 */
public record ReportFilter(
        Optional<String> unit,
        Optional<ReportFormat> format,
        Optional<Locale> locale,
        Optional<Long> before,
        Order order,
        int skip,
        int rows) {
    public static final int ROWS_MAX = 500;

    public ReportFilter {
        skip = Math.max(0, skip);
        rows = Math.max(1, Math.min(rows, ROWS_MAX));
    }

    /** By what they are sorted. */
    public enum Order {
        ISSUED("r.id desc"),
        UNIT("r.unit, r.period desc, r.id desc"),
        PERIOD("r.period desc, r.unit, r.id desc"),
        AS_OF("r.asOf desc, r.unit, r.id desc");

        private final String text;

        Order(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
