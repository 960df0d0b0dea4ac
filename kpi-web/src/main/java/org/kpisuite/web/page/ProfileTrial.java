package org.kpisuite.web.page;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.actual.ProfilePreview;
import org.kpisuite.ejb.actual.ProfileWorkshop;

/** How a sample reads by a profile that is being built: its first rows, the facts of them, what is asked. */
public final class ProfileTrial {
    private static final int ROWS_MAX = 10;
    private static final int COLUMNS_MAX = 7;
    private static final int FACTS_MAX = 14;
    private static final int FINDINGS_MAX = 8;

    private final @Nullable ProfilePreview preview;
    private final List<Refusal> refusals;
    private final Reader reader;
    private final PreviewTable.Values values;

    private ProfileTrial(@Nullable ProfilePreview preview, List<Refusal> refusals, Reader reader, Catalogue catalogue) {
        this.preview = preview;
        this.refusals = refusals;
        this.reader = reader;
        this.values = new PreviewTable.Values(catalogue, reader);
    }

    static ProfileTrial of(
            ProfileWorkshop workshop, String document, byte[] sample, Reader reader, Catalogue catalogue) {
        if (sample.length == 0) {
            return new ProfileTrial(null, List.of(), reader, catalogue);
        }
        try {
            ProfilePreview preview = workshop.preview(
                    new ProfileWorkshop.Trial(code(document), document, null), new ByteArrayInputStream(sample));
            return new ProfileTrial(preview, List.of(), reader, catalogue);
        } catch (KpiException e) {
            return new ProfileTrial(null, e.refusals(), reader, catalogue);
        }
    }

    /** The code that the document gives itself; empty where it gives none. */
    private static String code(String document) {
        return DocumentWriting.parse(document).getString("code", "");
    }

    /** A row of the sample. */
    public record Row(String no, List<String> cells, String state, boolean refused) {}

    /** A fact of the sample. */
    public record Fact(String no, String unit, String measure, String period, String dims, String value) {}

    public boolean isRead() {
        return preview != null;
    }

    private ProfilePreview preview() {
        return Objects.requireNonNull(preview);
    }

    public List<String> getHeader() {
        return preview().header().stream().limit(COLUMNS_MAX).toList();
    }

    public List<Row> getRows() {
        return preview().rows().stream()
                .limit(ROWS_MAX)
                .map(r -> new Row(
                        reader.count(r.row()),
                        r.cells().stream().limit(COLUMNS_MAX).toList(),
                        reader.text("profile.row." + r.state().name()),
                        r.state() == ProfilePreview.State.REFUSED))
                .toList();
    }

    public List<Fact> getFacts() {
        return preview().facts().stream().limit(FACTS_MAX).map(this::fact).toList();
    }

    private Fact fact(FactRow fact) {
        return new Fact(
                reader.count(fact.row()),
                fact.unit(),
                fact.measure(),
                fact.period().code(),
                fact.dims().replace(";", " · "),
                values.of(fact.measure(), fact.value()));
    }

    public String getSummary() {
        if (preview == null) {
            return refusals.isEmpty() ? "" : reader.text("profile.trial.wrong");
        }
        return reader.text(
                "profile.trial",
                reader.count(preview.rowsTotal()),
                reader.count(preview.factsTotal()),
                reader.count(preview.rowsSkipped()),
                reader.count(preview.rowsRefused()));
    }

    public List<PreviewTable.Finding> getFindings() {
        Stream<Refusal> found = preview == null
                ? refusals.stream()
                : preview.findings().stream().limit(FINDINGS_MAX);
        return found.map(f -> finding(f)).toList();
    }

    private PreviewTable.Finding finding(Refusal refusal) {
        PreviewTable.Finding plain = PreviewTable.finding(refusal, reader);
        String row = refusal.row() == null ? "" : reader.text("profile.trial.row", reader.count(refusal.row())) + " ";
        return new PreviewTable.Finding(row + plain.sentence(), plain.suggestion(), plain.code(), plain.error());
    }
}
