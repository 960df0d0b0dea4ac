package org.kpisuite.ejb.inbox;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Staff;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodAction;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.QuarantineWaiting;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** All that anybody is awaited for now. Behind the boundaries: it asks nobody who is asking. */
@Stateless
@PermitAll
public class AwaitedActions {
    /** Within so many working days a request about a period is answered. */
    private static final int PERIOD_DAYS = 3;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private PlanStore plans;

    @Inject
    private QuarantineWaiting quarantine;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Of the whole company, most urgent first. */
    public List<Awaited> all() {
        return of(directory.tree().units().stream().map(OrgUnit::code).collect(Collectors.toSet()));
    }

    /** Of these units, and of none in particular; most urgent first. */
    public List<Awaited> of(Set<String> units) {
        Staff staff = directory.staff();
        Offices offices = new Offices(staff);
        LocalDate today = staff.day();
        AwaitedPlans awaitedPlans = new AwaitedPlans(offices, settings.workingDays(), settings.zone(), today);
        List<Plan> stored = plans.awaiting(units);
        Period running = settings.calendar().planQuarter(today);
        List<Awaited> all = new ArrayList<>(awaitedPlans.steps(stored));
        Stream.of(running, running.plus(1))
                .flatMap(q -> awaitedPlans.beginnings(q, stored, staff.people()).stream())
                .filter(a -> a.unit().filter(units::contains).isPresent())
                .forEach(all::add);
        quarantine.all().stream().filter(w -> units.contains(w.unit())).forEach(w -> all.add(decision(w, offices)));
        requests().forEach(r -> all.add(answer(r, offices)));
        all.removeIf(a -> a.people().isEmpty() && a.superiors().isEmpty());
        all.sort(Comparator.comparing(Awaited::due).thenComparing(Awaited::object));
        return List.copyOf(all);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    private Awaited decision(QuarantineWaiting.Waiting rows, Offices offices) {
        Set<String> people = new LinkedHashSet<>(offices.with(Role.CONTROLLER, rows.unit()));
        if (rows.proposedBy().isPresent()) {
            people.addAll(offices.with(Role.APPROVER, rows.unit()));
            people.remove(rows.proposedBy().get());
        }
        return new Awaited(
                rows.proposedBy().isPresent() ? Awaited.Kind.CONFIRM : Awaited.Kind.QUARANTINE,
                "quarantine/" + rows.unit(),
                Optional.of(rows.unit()),
                "",
                rows.rows(),
                Quarantined.openUntil(day(rows.firstReceived()), settings.workingDays()),
                people,
                offices.superiors(rows.unit(), people),
                "/quarantine?unit=" + rows.unit());
    }

    /** Requests about periods that wait for a second person. */
    private List<PeriodTransition> requests() {
        try (Connection connection = database.getConnection()) {
            List<PeriodTransition> all = new PeriodRows(connection).all();
            PeriodBook book = new PeriodBook(all, clock.instant(), settings.zone());
            return all.stream()
                    .map(PeriodTransition::period)
                    .distinct()
                    .map(book::status)
                    .flatMap(s -> s.pending().stream())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Awaited answer(PeriodTransition request, Offices offices) {
        boolean reopening = request.action() == PeriodAction.REQUEST_REOPEN;
        PeriodAction approval = reopening ? PeriodAction.APPROVE_REOPEN : PeriodAction.APPROVE_UNLOCK;
        Set<String> people = new HashSet<>();
        approval.offices().forEach(o -> people.addAll(offices.ofCompany(Role.valueOf(o.name()))));
        people.remove(request.by());
        return new Awaited(
                reopening ? Awaited.Kind.REOPEN : Awaited.Kind.UNLOCK,
                "period/" + request.period().code(),
                Optional.empty(),
                request.period().code(),
                1,
                settings.workingDays().plus(day(request.at()), PERIOD_DAYS),
                people,
                Set.of(),
                "/periods?period=" + request.period().code());
    }
}
