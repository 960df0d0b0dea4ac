package org.kpisuite.web.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportTrail;
import org.kpisuite.ejb.actual.ScoreEffects;

/**
 * An import as sent.
 *
 * @param confirms the dry run that it names
 * @param missing how many facts a full snapshot lacks; on a dry run, whoever loads the file names it: {@code confirms=}
 */
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
        long issuesTotal,
        String policy,
        String mode,
        long bytes,
        String sha256,
        long profileVersion,
        @Nullable String sheet,
        boolean background,
        ProgressView progress,
        @Nullable String finishedAt,
        @Nullable String cancelledBy,
        @Nullable Long confirms,
        long missing,
        @Nullable UndoneView undone,
        @Nullable EffectView effect) {

    /** How far it has come: all of it where it is finished. */
    public record ProgressView(boolean finished, long bytesRead, long bytesTotal, long rows) {}

    /** How it was taken back. */
    public record UndoneView(String person, String at, String reason) {
        static UndoneView of(ImportTrail.Undoing undoing) {
            return new UndoneView(undoing.person(), undoing.at().toString(), undoing.reason());
        }
    }

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
        return of(result, Optional.empty(), locale);
    }

    /** With what a dry run would do to scores. */
    static ImportView of(ImportResult result, Optional<ScoreEffects.Effect> effect, Locale locale) {
        ImportTrail trail = result.trail();
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
                result.issuesTotal(),
                trail.policy().name(),
                trail.mode().name().toLowerCase(Locale.ROOT),
                trail.bytes(),
                trail.sha256(),
                trail.profileVersion(),
                trail.sheet(),
                trail.background(),
                new ProgressView(result.isFinished(), trail.bytesRead(), trail.bytes(), trail.rowsRead()),
                trail.finishedAt().map(Instant::toString).orElse(null),
                trail.cancelledBy(),
                trail.confirms(),
                trail.missing(),
                trail.undone().map(UndoneView::of).orElse(null),
                effect.map(EffectView::of).orElse(null));
    }
}
