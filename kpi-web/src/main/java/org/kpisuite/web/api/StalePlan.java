package org.kpisuite.web.api;

import org.kpisuite.domain.failure.KpiException;

/** Somebody wrote a plan that another had written since they read it: what their writing would change in it now. */
final class StalePlan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PlanDiffView diff;

    StalePlan(KpiException refusal, PlanDiffView diff) {
        super(refusal);
        this.diff = diff;
    }

    PlanDiffView diff() {
        return diff;
    }
}
