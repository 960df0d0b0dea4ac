package org.kpisuite.ejb.scorecard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
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
    private RemarkStore remarks;

    @Inject
    private Clock clock;

    @Override
    public List<Finding> findings(Plan plan) {
        return PlanLint.of(
                plan.written(), plan.period(), catalogues.get(), past.of(plan).evidence(plan));
    }

    @Override
    public Closing closing(Plan plan) {
        ScorecardQuery now = new ScorecardQuery(plan.unit(), plan.period(), clock.instant());
        Set<String> actedOn = remarks.of(plan.unit(), plan.period(), now.asOf()).stream()
                .filter(r -> r.task().isPresent())
                .flatMap(r -> r.item().stream())
                .collect(Collectors.toSet());
        List<ScorecardItem> items = reader.asKnown(now).items();
        return new Closing(
                keys(items, ScorecardItem::isMissing),
                keys(items, i -> i.status() == Status.RED && !actedOn.contains(i.key())));
    }

    private static Set<String> keys(List<ScorecardItem> items, Predicate<ScorecardItem> which) {
        return items.stream().filter(which).map(ScorecardItem::key).collect(Collectors.toSet());
    }
}
