package org.kpisuite.ejb.scorecard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.PlanFigures;

/** Figures from the scorecard of the plan's unit and quarter. */
@ApplicationScoped
public class StoredPlanFigures implements PlanFigures {
    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private PastReader past;

    @Inject
    private ScorecardReader reader;

    @Inject
    private Clock clock;

    @Override
    public List<Finding> findings(Plan plan) {
        return PlanLint.of(
                plan.written(), plan.period(), catalogues.get(), past.of(plan).evidence(plan));
    }

    @Override
    public Set<String> missing(Plan plan) {
        ScorecardQuery now = new ScorecardQuery(plan.unit(), plan.period(), clock.instant());
        return reader.asKnown(now).items().stream()
                .filter(ScorecardItem::isMissing)
                .map(ScorecardItem::key)
                .collect(Collectors.toSet());
    }
}
