package org.kpisuite.domain.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Severity;

/**
 * What the lint says about a plan to whoever decides about it: what it found at submission, which is signed, and what it
 * would find besides today, as the past and the catalogue go on.
 *
 * @param findings of the submission; of a draft, and of a plan from before reports were kept, those of today
 * @param since errors and warnings of today that are not among them
 */
public record LintReport(List<Finding> findings, List<Finding> since) {
    public LintReport {
        findings = List.copyOf(findings);
        since = List.copyOf(since);
    }

    /** Nothing is to be said besides. */
    public static LintReport of(List<Finding> findings) {
        return new LintReport(findings, List.of());
    }

    /** What was signed, beside what would be found today. */
    public static LintReport of(List<Finding> signed, List<Finding> today) {
        Set<String> known = signed.stream().map(Finding::id).collect(Collectors.toSet());
        return new LintReport(
                signed,
                today.stream()
                        .filter(f -> f.severity() != Severity.INFO && !known.contains(f.id()))
                        .toList());
    }
}
