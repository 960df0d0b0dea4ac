package org.kpisuite.web.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.ejb.actual.FactRevision;
import org.kpisuite.ejb.actual.ImportRow;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.scorecard.Provenance;
import org.kpisuite.reports.data.ImportMark;

/**
 * Where the actual of a line comes from.
 *
 * @param formula and its aggregation, of the version by which the value was worked out
 * @param validFrom first day on which that version holds; null from the beginning
 * @param hidden how many rows more there are, of units that the reader may not read
 */
public record TraceView(
        String unit,
        String indicator,
        String period,
        String asOf,
        @Nullable String value,
        @Nullable String formula,
        @Nullable String aggregation,
        @Nullable Integer version,
        @Nullable String validFrom,
        List<RowView> rows,
        @Nullable String next,
        long hidden) {

    static TraceView of(Provenance provenance, List<RowView> rows) {
        Explanation told = provenance.explanation();
        Optional<Explanation.Step> actual = told.step(Explanation.Kind.ACTUAL);
        Optional<Explanation.Source> source = actual.map(Explanation.Step::source);
        return new TraceView(
                told.unit(),
                told.item(),
                told.period().code(),
                told.asOf().toString(),
                actual.map(a -> Numbers.text(a.value())).orElse(null),
                actual.map(Explanation.Step::working).orElse(null),
                actual.map(Explanation.Step::aggregation).orElse(null),
                source.map(Explanation.Source::version).orElse(null),
                source.map(s -> s.validFrom()).map(Object::toString).orElse(null),
                rows,
                null,
                provenance.hidden());
    }

    /**
     * A delivered row: a stored value with the record of the file that it stands on.
     *
     * @param file its name; null where the import is not on record, likewise its hash
     * @param revisions what the value was, the last one first; none where it was never changed
     * @param cells the text of the record as it was typed; null unless asked for, and where the file is no longer kept
     */
    public record RowView(
            String unit,
            String measure,
            Map<String, String> dims,
            String period,
            String scenario,
            String source,
            String value,
            String asOf,
            int revision,
            String recordedAt,
            long importId,
            @JsonbProperty("import") long origin,
            int row,
            @Nullable String file,
            @Nullable String sha256,
            List<ActualsResource.AlternativeView> alternatives,
            List<RevisionView> revisions,
            @Nullable List<ImportRowView.CellView> cells) {

        static RowView of(Provenance.Row row, Optional<ImportMark> origin, Optional<ImportRow> text) {
            StoredFact fact = row.fact();
            return new RowView(
                    fact.unit(),
                    fact.measure(),
                    Dimensions.parse(fact.dims()),
                    fact.period().code(),
                    fact.scenario().name(),
                    fact.source(),
                    Numbers.text(fact.value()),
                    fact.asOf().toString(),
                    fact.revision(),
                    fact.recordedAt().toString(),
                    fact.importId(),
                    fact.importId(),
                    fact.row(),
                    origin.map(ImportMark::file).orElse(null),
                    origin.map(ImportMark::sha256).orElse(null),
                    row.others().stream()
                            .map(o -> ActualsResource.AlternativeView.of(o, fact))
                            .toList(),
                    row.revisions().stream().map(RevisionView::of).toList(),
                    text.map(t -> ImportRowView.of(t).cells()).orElse(null));
        }
    }

    /** What the value was from an instant on; null where it was deleted. */
    public record RevisionView(
            int revision,
            @Nullable String value,
            String recordedAt,
            @JsonbProperty("import") long origin,
            int row,
            @Nullable String reason,
            String file,
            String sha256,
            String profile,
            long profileVersion,
            String person) {
        static RevisionView of(FactRevision revision) {
            return new RevisionView(
                    revision.revision(),
                    Numbers.text(revision.value()),
                    revision.recordedAt().toString(),
                    revision.importId(),
                    revision.row(),
                    revision.reason(),
                    revision.file(),
                    revision.sha256(),
                    revision.profile(),
                    revision.profileVersion(),
                    revision.person());
        }
    }
}
