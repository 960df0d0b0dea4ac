package org.kpisuite.reports.workbook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.reports.data.ImportMark;

/**
 * What lies behind a scorecard, for the sheets that show it.
 *
 * @param workings how each line came about
 * @param facts the rows that the workings rest on, each once
 * @param plan with its gates and signatures; empty without an approved one
 * @param findings what the lint says of the plan
 * @param imports finds those that brought the rows
 * @param traceAddress where a code of a line leads, without the code; empty where it leads nowhere
 */
public record Evidence(
        List<Explanation> workings,
        FactLines facts,
        Optional<Plan> plan,
        List<Finding> findings,
        Imports imports,
        String traceAddress) {
    /** Nothing is known but the scorecard itself: its numbers stand as values. */
    public static final Evidence NONE =
            new Evidence(List.of(), FactLines.NONE, Optional.empty(), List.of(), ids -> List.of(), "");

    public Evidence {
        workings = List.copyOf(workings);
        findings = List.copyOf(findings);
    }

    /** Finds imports by their numbers, those first that came first. */
    @FunctionalInterface
    public interface Imports {
        List<ImportMark> of(Set<Long> ids);
    }

    Optional<Explanation> of(String item) {
        return workings.stream().filter(w -> w.item().equals(item)).findFirst();
    }
}
