package org.kpisuite.ejb.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.scorecard.GateState;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.PendingGates;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.PlanStore;

/** Gates of approved plans, by the scorecards that evaluate them. */
@ApplicationScoped
class GatesOfPlans implements PendingGates {
    @Inject
    private ScorecardReader reader;

    @Inject
    private Directory directory;

    @Inject
    private PlanStore plans;

    @Inject
    private CatalogueInForce catalogues;

    @Inject
    private Clock clock;

    @Override
    public boolean waitFor(String unit, String measure, Period period) {
        Instant now = clock.instant();
        return directory.tree().path(unit).stream()
                .map(OrgUnit::code)
                .flatMap(above -> inForce(above, period, now))
                .anyMatch(plan -> waits(plan, measure, now));
    }

    private Stream<Plan> inForce(String unit, Period period, Instant now) {
        Map<Period, Plan> known = plans.inForce(unit, now);
        return known.values().stream().filter(p -> p.period().days().overlaps(period.days()));
    }

    private boolean waits(Plan plan, String measure, Instant now) {
        List<PlanItem> gated = plan.items().stream()
                .filter(i -> i.gate().filter(g -> rests(g, measure)).isPresent())
                .toList();
        boolean immature = gated.stream()
                .flatMap(i -> i.gate().stream())
                .anyMatch(g ->
                        !plan.period().endInclusive().plusDays(g.maturityDays()).isBefore(directory.today()));
        return immature || (!gated.isEmpty() && isPending(plan, gated, now));
    }

    private boolean rests(Gate gate, String measure) {
        Catalogue catalogue = catalogues.get();
        return Stream.of(gate.numerator(), gate.denominator())
                .anyMatch(code -> code.equals(measure)
                        || catalogue
                                .indicator(code)
                                .map(catalogue::measuresOf)
                                .orElse(Set.of())
                                .contains(measure));
    }

    private boolean isPending(Plan plan, List<PlanItem> gated, Instant now) {
        Scorecard card = reader.read(plan.unit(), plan.period(), now);
        Set<String> keys = Set.copyOf(gated.stream().map(PlanItem::key).toList());
        return card.items().stream()
                .filter(i -> keys.contains(i.key()))
                .flatMap(i -> i.beside().gate().stream())
                .anyMatch(g -> g.state() == GateState.PENDING);
    }
}
