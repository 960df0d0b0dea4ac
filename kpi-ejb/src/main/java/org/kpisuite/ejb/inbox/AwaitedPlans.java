package org.kpisuite.ejb.inbox;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.plan.Adjustment;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanDeadlines;

/** Who is awaited for plans, as of a day. */
final class AwaitedPlans {
    private static final int ADJUST_DAYS = 3;

    private final Offices offices;
    private final WorkingDays workingDays;
    private final ZoneId zone;
    private final LocalDate today;

    AwaitedPlans(Offices offices, WorkingDays workingDays, ZoneId zone, LocalDate today) {
        this.offices = offices;
        this.workingDays = workingDays;
        this.zone = zone;
        this.today = today;
    }

    /** The next steps of plans that there are. */
    List<Awaited> steps(Collection<Plan> plans) {
        List<Awaited> awaited = new ArrayList<>();
        for (Plan plan : plans) {
            step(plan).ifPresent(awaited::add);
            plan.adjustments().stream()
                    .filter(a -> a.decidedBy().isEmpty())
                    .findFirst()
                    .ifPresent(a -> awaited.add(adjustment(plan, a)));
        }
        return awaited;
    }

    private Optional<Awaited> step(Plan plan) {
        PlanDeadlines deadlines = new PlanDeadlines(plan.period(), workingDays);
        Set<String> heads = offices.heads(plan.unit());
        Set<String> none = Set.of();
        LocalDate since = deadlines.since(plan, zone, today);
        return deadlines.due(plan.state(), since).flatMap(due -> switch (plan.state()) {
            case DRAFT, RETURNED -> Optional.of(of(plan, Awaited.Kind.SUBMIT, due, free(heads, Role.HEAD, plan, none)));
            case SUBMITTED ->
                Optional.of(of(plan, Awaited.Kind.CHECK, due, free(Role.CONTROLLER, plan, plan.editors())));
            case CHECKED ->
                Optional.of(of(plan, Awaited.Kind.DECIDE, due, free(Role.APPROVER, plan, plan.involved(heads))));
            case ACTIVE ->
                today.isAfter(plan.period().endInclusive())
                        ? Optional.of(of(plan, Awaited.Kind.CLOSE, due, free(Role.CONTROLLER, plan, none)))
                        : Optional.empty();
            case APPROVED, SUPERSEDED, CLOSED, CANCELLED -> Optional.empty();
        });
    }

    private Set<String> free(Role role, Plan plan, Set<String> barred) {
        return free(offices.with(role, plan.unit()), role, plan, barred);
    }

    private Set<String> free(Set<String> holders, Role role, Plan plan, Set<String> barred) {
        return offices.free(holders, role, plan.unit(), barred);
    }

    private Awaited of(Plan plan, Awaited.Kind kind, LocalDate due, Set<String> people) {
        return new Awaited(
                kind,
                "plan/" + plan.id(),
                Optional.of(plan.unit()),
                plan.period().code(),
                1,
                due,
                people,
                offices.superiors(plan.unit(), people),
                "/plan?id=" + plan.id());
    }

    private Awaited adjustment(Plan plan, Adjustment asked) {
        Set<String> barred = new HashSet<>(plan.involved(offices.heads(plan.unit())));
        barred.add(asked.requestedBy());
        LocalDate due = workingDays.plus(LocalDate.ofInstant(asked.requestedAt(), zone), ADJUST_DAYS);
        return of(plan, Awaited.Kind.ADJUST, due, free(Role.APPROVER, plan, barred));
    }

    /** Plans of the quarter to come that nobody has begun, of every unit with a head of its own. */
    List<Awaited> beginnings(Period next, Collection<Plan> plans, Collection<Person> people) {
        PlanDeadlines deadlines = new PlanDeadlines(next, workingDays);
        if (today.isBefore(deadlines.opens())) {
            return List.of();
        }
        Set<String> units = new HashSet<>();
        people.stream()
                .flatMap(p -> p.grants().stream())
                .filter(g -> g.role() == Role.HEAD && g.isInForce(today))
                .map(Grant::unit)
                .forEach(units::add);
        plans.stream().filter(p -> p.period().equals(next)).map(Plan::unit).forEach(units::remove);
        return units.stream().sorted().map(u -> beginning(u, next, deadlines)).toList();
    }

    private Awaited beginning(String unit, Period quarter, PlanDeadlines deadlines) {
        Set<String> heads = offices.free(offices.heads(unit), Role.HEAD, unit, Set.of());
        return new Awaited(
                Awaited.Kind.WRITE,
                "plan/new",
                Optional.of(unit),
                quarter.code(),
                1,
                deadlines.submit(),
                heads,
                offices.superiors(unit, heads),
                "/plans?unit=" + unit + "&period=" + quarter.code());
    }
}
