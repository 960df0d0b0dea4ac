package org.kpisuite.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.ejb.actual.ProfilePreview;

/**
 * How a sample would be read, as sent.
 *
 * @param rows the first ones as given, with what becomes of them: READ, SKIPPED, REFUSED or UNREAD
 * @param facts the first ones that an import would make; of events those of the whole sample
 * @param whole whether the sample was looked at to its end
 */
public record PreviewView(
        List<String> header,
        List<RowView> rows,
        List<FactView> facts,
        long factsTotal,
        List<Problems.ErrorView> issues,
        long issuesTotal,
        long rowsTotal,
        long rowsSkipped,
        long rowsRefused,
        boolean whole) {

    /** A row as given. */
    public record RowView(int row, List<String> cells, String state) {}

    /** A fact that would be imported. */
    public record FactView(
            int row,
            String unit,
            String measure,
            Map<String, String> dims,
            String period,
            String scenario,
            String source,
            String value) {
        static FactView of(FactRow fact) {
            return new FactView(
                    fact.row(),
                    fact.unit(),
                    fact.measure(),
                    Dimensions.parse(fact.dims()),
                    fact.period().code(),
                    fact.scenario().name(),
                    fact.source(),
                    Numbers.text(fact.value()));
        }
    }

    static PreviewView of(ProfilePreview preview, Locale locale) {
        return new PreviewView(
                preview.header(),
                preview.rows().stream()
                        .map(r -> new RowView(r.row(), r.cells(), r.state().name()))
                        .toList(),
                preview.facts().stream().map(FactView::of).toList(),
                preview.factsTotal(),
                preview.findings().stream()
                        .map(f -> Problems.ErrorView.of(f, locale))
                        .toList(),
                preview.findingsTotal(),
                preview.rowsTotal(),
                preview.rowsSkipped(),
                preview.rowsRefused(),
                preview.whole());
    }
}
