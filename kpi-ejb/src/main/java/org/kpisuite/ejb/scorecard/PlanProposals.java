package org.kpisuite.ejb.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.RoleTemplate;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.plan.Plans;

/** Plans begun from a role template, their targets proposed by the last four quarters. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD"})
public class PlanProposals {
    @Inject
    private PastReader past;

    @EJB
    private CatalogueInForce catalogues;

    @EJB
    private Plans plans;

    @EJB
    private Caller caller;

    /** What a plan is to be made of, and for whom. */
    public record Order(
            String unit, Period period, @Nullable String businessStage, RoleTemplate template, Locale locale) {}

    /**
     * Begins a plan with the items of a template. An item without a past has no target, which the lint then tells.
     *
     * <p>Refuses E-PLAN-EXISTS, E-FORBIDDEN, E-FIELD-VALUE for what is no quarter.
     */
    public Plan begin(Order order) {
        caller.requirePlanMandate(order.unit(), Role.AUTHOR, Role.HEAD);
        Catalogue catalogue = catalogues.get();
        Plan thought = Plan.thought(
                order.unit(),
                order.period(),
                new PlanContent(null, order.template().items(catalogue, order.locale()), List.of()),
                caller.login());
        Map<String, List<BigDecimal>> history = past.of(thought).histories(thought).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, h -> h.getValue().recent()));
        return plans.create(
                order.unit(),
                order.period(),
                new PlanContent(
                        order.businessStage(), order.template().items(catalogue, order.locale(), history), List.of()));
    }
}
