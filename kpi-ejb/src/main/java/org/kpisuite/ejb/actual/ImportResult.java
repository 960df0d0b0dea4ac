package org.kpisuite.ejb.actual;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Refusal;

/**
 * What became of a file, or how far it has come.
 *
 * @param duplicate id of the import that had applied the same file before; null where there is none
 * @param issues at most 1,000, by row; {@code issuesTotal} says how many there were
 */
public record ImportResult(
        long id,
        ImportState state,
        String fileName,
        String profile,
        boolean dryRun,
        String person,
        Instant startedAt,
        ImportCounts counts,
        @Nullable Long duplicate,
        List<Refusal> issues,
        long issuesTotal,
        ImportTrail trail) {

    public ImportResult {
        issues = List.copyOf(issues);
    }

    public Optional<Long> duplicateOf() {
        return Optional.ofNullable(duplicate);
    }

    public boolean isFinished() {
        return trail.isFinished();
    }
}
