package org.kpisuite.ejb.plan;

import java.util.List;
import java.util.Set;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;

/** What figures say about a plan. Given by the scorecard, which knows them; behind the boundaries. */
public interface PlanFigures {
    /** What the lint finds, as of now. */
    List<Finding> findings(Plan plan);

    /** Keys of the scored items that have no value in the quarter of the plan, as of now. */
    Set<String> missing(Plan plan);
}
