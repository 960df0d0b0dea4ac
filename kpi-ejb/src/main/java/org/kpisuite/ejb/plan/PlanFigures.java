package org.kpisuite.ejb.plan;

import java.util.List;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;

/** What figures say about a plan. Given by the scorecard, which knows them; behind the boundaries. */
public interface PlanFigures {
    /** What the lint finds, as of now. */
    List<Finding> findings(Plan plan);

    /** What stands in the way of the end of the plan, as of now. */
    Closing closing(Plan plan);
}
