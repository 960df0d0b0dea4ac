package org.kpisuite.ejb.delivery;

import jakarta.annotation.security.PermitAll;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.delivery.Answer;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.EmailAddress;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.delivery.Recipient;
import org.kpisuite.domain.delivery.ReportRun;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.delivery.SendReceipt;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.report.ReportStore;
import org.kpisuite.ejb.settings.Settings;

/**
 * What is written down about runs and mails, each step in a transaction of its own: a mail cannot be taken back, so
 * what was known before and after it must survive whatever follows. Behind the boundaries: it asks nobody who is asking.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryLedger {
    @PersistenceContext(unitName = "kpi")
    EntityManager entities;

    private Directory directory;
    private Settings settings;
    private Clock clock;

    /** For the container's own use. */
    public DeliveryLedger() {}

    @Inject
    DeliveryLedger(Directory directory, Settings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes down the run of a schedule and a delivery for each recipient that has none yet.
     *
     * <p>Whoever plans a run holds its schedule: of two at the same instant, the second finds what the first wrote.
     */
    public ReportRun plan(long scheduleId, Instant asOf, String requestedBy) {
        Schedule schedule = entities.find(Schedule.class, scheduleId, LockModeType.PESSIMISTIC_WRITE);
        if (schedule == null) {
            throw new KpiException(Code.E_NOT_FOUND, "schedule " + scheduleId);
        }
        ReportRun run = find(scheduleId, asOf).orElseGet(() -> {
            Period period = settings.calendar().reportedQuarter(asOf, settings.zone());
            ReportRun made = new ReportRun(schedule, asOf, period, requestedBy, clock.instant());
            entities.persist(made);
            return made;
        });
        deliverTo(run, DeliveryKind.SCORECARD, schedule.terms().recipients());
        return run;
    }

    private void deliverTo(ReportRun run, DeliveryKind kind, Collection<Recipient> recipients) {
        Set<EmailAddress> known = new HashSet<>();
        mails(run.id(), kind).forEach(d -> known.add(d.recipient()));
        recipients.stream()
                .filter(r -> known.add(r.email()))
                .forEach(r -> entities.persist(new Delivery(run, kind, r, clock.instant())));
    }

    private Optional<ReportRun> find(long scheduleId, Instant asOf) {
        return entities.createQuery(
                        "select r from ReportRun r where r.scheduleId = :s and r.asOf = :a", ReportRun.class)
                .setParameter("s", scheduleId)
                .setParameter("a", asOf)
                .getResultStream()
                .findFirst();
    }

    /** The run of a schedule and an instant, if it was ever planned. */
    public Optional<ReportRun> run(long scheduleId, Instant asOf) {
        return find(scheduleId, asOf);
    }

    public Schedule schedule(long id) {
        return Optional.ofNullable(entities.find(Schedule.class, id))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "schedule " + id));
    }

    /** All mails of a run, by recipient. */
    public List<Delivery> mails(long runId, DeliveryKind kind) {
        return entities.createQuery(
                        "select d from Delivery d where d.runId = :r and d.kind = :k order by d.recipient",
                        Delivery.class)
                .setParameter("r", runId)
                .setParameter("k", kind)
                .getResultList();
    }

    /** Whether the caller is the one to send this mail. The claim is committed when this returns. */
    public boolean claim(long deliveryId, int attemptsSeen) {
        return locked(deliveryId).claim(attemptsSeen, clock.instant());
    }

    public void sent(long deliveryId, SendReceipt receipt) {
        locked(deliveryId).sent(receipt, clock.instant());
    }

    public void failed(long deliveryId, SendFailure failure) {
        locked(deliveryId).failed(failure, clock.instant());
    }

    public void uncertain(long deliveryId, Answer known) {
        locked(deliveryId).uncertain(known, clock.instant());
    }

    /** Fails those of these mails that are still open; what somebody else claimed meanwhile is theirs. */
    public void failOpen(Collection<Long> deliveryIds, SendFailure failure) {
        deliveryIds.stream()
                .map(this::locked)
                .filter(Delivery::isOpen)
                .forEach(d -> d.failed(failure, clock.instant()));
    }

    /** Holds the open scorecards of a run, and plans a notice about it to each controller of its unit. */
    public void hold(ReportRun run, Reason reason) {
        entities.find(Schedule.class, run.scheduleId(), LockModeType.PESSIMISTIC_WRITE);
        mails(run.id(), DeliveryKind.SCORECARD).stream()
                .map(d -> locked(d.id()))
                .filter(Delivery::isOpen)
                .forEach(d -> d.hold(reason, clock.instant()));
        deliverTo(run, DeliveryKind.NOTICE, controllers(run.unit()));
    }

    private List<Recipient> controllers(String unit) {
        return directory.withRole(Role.CONTROLLER, unit).stream()
                .map(directory::person)
                .flatMap(Optional::stream)
                .flatMap(p -> EmailAddress.parse(p.email()).map(e -> new Recipient(e, p.locale())).stream())
                .toList();
    }

    /** Writes down a file that a run issues; the same file once. */
    public void issued(ReportRun run, IssuedReport report, byte[] content) {
        // Two retries of one run may issue the same file at the same instant.
        entities.find(Schedule.class, run.scheduleId(), LockModeType.PESSIMISTIC_WRITE);
        new ReportStore(entities).issue(report, content);
    }

    /** Marks as UNCERTAIN every mail whose sender died before it wrote down the answer, and says how many. */
    public long giveUpAbandoned() {
        Instant now = clock.instant();
        List<Long> sending = entities.createQuery("select d.id from Delivery d where d.state = :s", Long.class)
                .setParameter("s", DeliveryState.SENDING)
                .getResultList();
        List<Delivery> abandoned = sending.stream()
                .map(this::locked)
                .filter(d -> d.isAbandoned(now))
                .toList();
        Answer abandonment = Answer.because(Reason.of(Reason.Code.ABANDONED));
        abandoned.forEach(d -> d.uncertain(abandonment, now));
        return abandoned.size();
    }

    /** The runs that should be worked on now: slots that have come, and mails that were never or not yet sent. */
    public Set<RunKey> due() {
        Instant now = clock.instant();
        Set<RunKey> due = new HashSet<>();
        for (Schedule schedule : enabled()) {
            schedule.due(now)
                    .filter(slot -> find(schedule.id(), slot).isEmpty())
                    .ifPresent(slot -> due.add(new RunKey(schedule.id(), slot)));
        }
        String unsent =
                "select d from Delivery d where d.state in :states and d.retryable = true and d.attempts < :max";
        entities.createQuery(unsent, Delivery.class)
                .setParameter("states", List.of(DeliveryState.PLANNED, DeliveryState.FAILED))
                .setParameter("max", Delivery.ATTEMPTS_MAX)
                .getResultStream()
                .filter(d -> d.isDue(now))
                .forEach(d -> due.add(new RunKey(d.scheduleId(), d.asOf())));
        return due;
    }

    private List<Schedule> enabled() {
        return entities.createQuery("select s from Schedule s where s.enabled = true", Schedule.class)
                .getResultList();
    }

    private Delivery locked(long id) {
        return entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
