package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * How an import ended.
 *
 * @param duplicate id of the import that had applied the same file before
 * @param fault why it ended without a word about its rows: the server's fault, so that its key may be used again
 */
record ImportVerdict(
        ImportState state,
        ImportCounts counts,
        @Nullable Long duplicate,
        List<Refusal> issues,
        long issuesTotal,
        @Nullable Code fault) {

    static ImportVerdict of(ImportState state, ImportCounts counts, Findings findings) {
        return new ImportVerdict(state, counts, null, findings.kept(), findings.total(), null);
    }

    /** The first result; where rows of it are still out, how they get in is said first. */
    static ImportVerdict repeating(ImportResult applied) {
        long out = applied.counts().refused();
        List<Refusal> issues = new ArrayList<>(applied.issues());
        if (out > 0) {
            issues.add(0, Refusal.of(Code.W_STILL_OUT, String.valueOf(applied.id()), String.valueOf(out)));
        }
        return new ImportVerdict(
                applied.state(),
                applied.counts(),
                applied.id(),
                issues.subList(0, Math.min(issues.size(), Findings.KEPT_MAX)),
                applied.issuesTotal() + (out > 0 ? 1 : 0),
                null);
    }

    /** Whether this very import stored facts, unless it was a dry run. */
    boolean wrote() {
        return duplicate == null && (state == ImportState.APPLIED || state == ImportState.PARTIAL);
    }

    /** Nothing was written, by no fault of the file. */
    static ImportVerdict failed(Code fault, String... arguments) {
        return new ImportVerdict(
                ImportState.REJECTED, ImportCounts.NONE, null, List.of(Refusal.of(fault, arguments)), 1, fault);
    }

    /** The file could not be read at all. */
    static ImportVerdict refused(KpiException refusal) {
        return new ImportVerdict(
                ImportState.REJECTED,
                ImportCounts.NONE,
                null,
                refusal.refusals(),
                refusal.refusals().size(),
                null);
    }

    static ImportVerdict cancelled() {
        return new ImportVerdict(ImportState.CANCELLED, ImportCounts.NONE, null, List.of(), 0, null);
    }
}
