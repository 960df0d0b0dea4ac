package org.kpisuite.domain.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;

/**
 * What a plan is submitted with.
 *
 * @param approvers everyone who may approve plans of the unit
 * @param heads the head of the department
 * @param findings of the lint, as of now
 * @param blockingComments comments that must be resolved first and are not
 * @param shown the hash of the content that the head saw; null where nothing was shown, as to a script
 */
public record Submission(
        Set<String> approvers,
        Set<String> heads,
        List<Finding> findings,
        long blockingComments,
        @Nullable String shown) {
    public Submission {
        approvers = Set.copyOf(approvers);
        heads = Set.copyOf(heads);
        findings = List.copyOf(findings);
    }

    /** Nobody has commented, and nothing was shown. */
    public Submission(Set<String> approvers, Set<String> heads, List<Finding> findings) {
        this(approvers, heads, findings, 0, null);
    }

    /** Everything that stands in the way of a plan: E-LINT, E-WARN-UNANSWERED, E-COMMENT-OPEN. */
    List<Refusal> obstacles(Plan plan) {
        List<Refusal> obstacles = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                obstacles.add(refusal(Code.E_LINT, finding));
            } else if (finding.severity() == Severity.WARN
                    && plan.answer(finding).isEmpty()) {
                obstacles.add(refusal(Code.E_WARN_UNANSWERED, finding));
            }
        }
        if (blockingComments > 0) {
            obstacles.add(Refusal.of(Code.E_COMMENT_OPEN, String.valueOf(blockingComments)));
        }
        return obstacles;
    }

    private static Refusal refusal(Code code, Finding finding) {
        return Refusal.ofField(
                code,
                finding.item(),
                null,
                finding.code(),
                finding.message().en(),
                finding.message().ru());
    }

    /** Whoever may approve it besides those who took part. */
    Set<String> free(Set<String> involved) {
        Set<String> free = new HashSet<>(approvers);
        free.removeAll(involved);
        return free;
    }
}
