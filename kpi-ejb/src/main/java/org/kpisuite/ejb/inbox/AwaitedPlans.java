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
import org.kpisuite.domain.plan.PlanAction;
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
                    .filter(Adjustment::isOpen)
                    .findFirst()
                    .ifPresent(a -> awaited.add(adjustment(plan, a)));
        }
        return awaited;
    }

    private Optional<Awaited> step(Plan plan) {
        PlanDeadlines deadlines = new PlanDeadlines(plan.period(), workingDays);
        Set<String> heads = offices.heads(plan.unit());
        LocalDate since = deadlines.since(plan, zone, today);
        return deadlines.due(plan.state(), since).flatMap(due -> switch (plan.state()) {
            case DRAFT, RETURNED ->
                Optional.of(of(plan, Awaited.Kind.SUBMIT, due, offices.next(Role.HEAD, plan.unit(), Set.of())));
            case SUBMITTED ->
                Optional.of(of(
                        plan,
                        Awaited.Kind.CHECK,
                        due,
                        offices.next(Role.CONTROLLER, plan.unit(), plan.barred(PlanAction.CHECK, heads))));
            case CHECKED ->
                Optional.of(of(
                        plan,
                        Awaited.Kind.DECIDE,
                        due,
                        offices.decision(plan.unit(), plan.barred(PlanAction.APPROVE, heads))));
            case ACTIVE ->
                today.isAfter(plan.period().endInclusive())
                        ? Optional.of(
                                of(plan, Awaited.Kind.CLOSE, due, offices.next(Role.CONTROLLER, plan.unit(), Set.of())))
                        : Optional.empty();
            case APPROVED, SUPERSEDED, CLOSED, CANCELLED -> Optional.empty();
        });
    }

    private static Awaited of(Plan plan, Awaited.Kind kind, LocalDate due, Offices.Duty duty) {
        return new Awaited(
                kind,
                "plan/" + plan.id(),
                Optional.of(plan.unit()),
                plan.period().code(),
                1,
                due,
                duty.people(),
                duty.superiors(),
                "/plan?id=" + plan.id());
    }

    private Awaited adjustment(Plan plan, Adjustment asked) {
        LocalDate due = workingDays.plus(LocalDate.ofInstant(asked.requestedAt(), zone), ADJUST_DAYS);
        Set<String> barred = plan.barred(asked, offices.heads(plan.unit()));
        return of(plan, Awaited.Kind.ADJUST, due, offices.decision(plan.unit(), barred));
    }

    /** Plans of a quarter that nobody has begun, of every unit with a head of its own. */
    List<Awaited> beginnings(Period quarter, Collection<Plan> plans, Collection<Person> people) {
        PlanDeadlines deadlines = new PlanDeadlines(quarter, workingDays);
        if (today.isBefore(deadlines.opens())) {
            return List.of();
        }
        Set<String> units = new HashSet<>();
        people.stream()
                .flatMap(p -> p.grants().stream())
                .filter(g -> g.role() == Role.HEAD && g.isInForce(today))
                .map(Grant::unit)
                .forEach(units::add);
        plans.stream().filter(p -> p.period().equals(quarter)).map(Plan::unit).forEach(units::remove);
        return units.stream()
                .sorted()
                .map(u -> beginning(u, quarter, deadlines))
                .toList();
    }

    private Awaited beginning(String unit, Period quarter, PlanDeadlines deadlines) {
        Offices.Duty duty = offices.next(Role.HEAD, unit, Set.of());
        return new Awaited(
                Awaited.Kind.WRITE,
                "plan/new",
                Optional.of(unit),
                quarter.code(),
                1,
                deadlines.submit(),
                duty.people(),
                duty.superiors(),
                "/plans?unit=" + unit + "&period=" + quarter.code());
    }
}
