package org.kpisuite.ejb.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.ReportRun;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.delivery.ScheduleTerms;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.audit.AuditTrail;

/** Schedules of the units in which the caller is CONTROLLER. Refuses E-NOT-FOUND for all others. */
@Stateless
@RolesAllowed("CONTROLLER")
public class Schedules {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private ScheduleRunner runner;

    @Inject
    private DeliveryLedger ledger;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @EJB
    private OwnDeeds deeds;

    @EJB
    private Caller caller;

    /** A run with what became of its mails so far. */
    public record RunOutcome(ReportRun run, List<Delivery> deliveries) {}

    /** By unit, then in the order they were made. */
    public List<Schedule> list() {
        Collection<String> units = caller.units(Role.CONTROLLER);
        if (units.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select s from Schedule s where s.unit in :units order by s.unit, s.id", Schedule.class)
                .setParameter("units", units)
                .getResultList();
    }

    public Schedule get(long id) {
        return own(Optional.ofNullable(entities.find(Schedule.class, id)), id);
    }

    private Schedule own(Optional<Schedule> found, long id) {
        return found.filter(s -> caller.units(Role.CONTROLLER).contains(s.unit()))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "schedule " + id));
    }

    /** Refuses E-FORBIDDEN where the caller is not CONTROLLER, and all that {@link ScheduleTerms#parse} refuses. */
    public Schedule create(String unit, ScheduleTerms.Text terms) {
        caller.require(unit, Role.CONTROLLER);
        Schedule schedule = new Schedule(unit, ScheduleTerms.parse(terms), clock.instant());
        entities.persist(schedule);
        entities.flush();
        audit.record(deed(AuditAction.CREATE, schedule).to(told(schedule)));
        return schedule;
    }

    /** Refuses E-VERSION-MISSING, E-VERSION, another unit, and all that {@link ScheduleTerms#parse} refuses. */
    public Schedule change(long id, Optional<Long> version, String unit, ScheduleTerms.Text terms) {
        Schedule schedule = get(id);
        entities.lock(schedule, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Versions.check(version, schedule.version());
        Deed deed = deed(AuditAction.CHANGE, schedule).from(told(schedule));
        schedule.change(unit, ScheduleTerms.parse(terms), clock.instant());
        entities.flush();
        audit.record(deed.to(told(schedule)));
        return schedule;
    }

    private static Deed deed(AuditAction action, Schedule schedule) {
        return Deed.of(action, "schedule", schedule.id()).in(schedule.unit());
    }

    /** To whom it goes is personal, and stands with each delivery. */
    private static Map<String, Object> told(Schedule schedule) {
        ScheduleTerms terms = schedule.terms();
        return Map.of(
                "slot", terms.slot(),
                "enabled", terms.enabled(),
                "maxDataAgeDays", terms.maxDataAgeDays(),
                "recipients", terms.recipients().size());
    }

    /**
     * Makes and sends the scorecard now, to those who have not got it: as of the last slot, unless told another.
     *
     * <p>In no transaction: each mail is written down before and after it is sent, whatever becomes of the others.
     * Refuses an as-of instant that is still to come.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RunOutcome runNow(long id, Optional<Instant> asOf) {
        Schedule schedule = get(id);
        Instant slot = schedule.asOf(asOf, clock.instant());
        deeds.record(deed(AuditAction.RUN, schedule).to(Map.of("asOf", slot)));
        ReportRun run = runner.runByHand(id, slot, caller.login());
        return new RunOutcome(run, ledger.mails(run.id(), DeliveryKind.SCORECARD));
    }
}
