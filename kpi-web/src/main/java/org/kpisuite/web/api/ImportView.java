package org.kpisuite.web.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.ejb.actual.ImportResult;

/** An import as sent. */
public record ImportView(
        long id,
        String state,
        String fileName,
        String profile,
        boolean dryRun,
        String person,
        String startedAt,
        CountsView counts,
        @Nullable Long duplicateOf,
        List<Problems.ErrorView> issues,
        long issuesTotal) {

    /** What became of its rows. */
    public record CountsView(
            long changed,
            long unchanged,
            long deleted,
            long empty,
            long quarantined,
            long refused,
            @JsonbProperty("new") long created) {
        static CountsView of(ImportCounts counts) {
            return new CountsView(
                    counts.changed(),
                    counts.unchanged(),
                    counts.deleted(),
                    counts.empty(),
                    counts.quarantined(),
                    counts.refused(),
                    counts.created());
        }
    }

    static ImportView of(ImportResult result, Locale locale) {
        return new ImportView(
                result.id(),
                result.state().name(),
                result.fileName(),
                result.profile(),
                result.dryRun(),
                result.person(),
                result.startedAt().toString(),
                CountsView.of(result.counts()),
                result.duplicateOf().orElse(null),
                result.issues().stream()
                        .map(i -> Problems.ErrorView.of(i, locale))
                        .toList(),
                result.issuesTotal());
    }
}
