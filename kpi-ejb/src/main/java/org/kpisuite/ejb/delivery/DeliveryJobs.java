package org.kpisuite.ejb.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.kpisuite.ejb.calendar.PeriodReclosing;
import org.kpisuite.ejb.leadlag.SignalWatch;
import org.kpisuite.ejb.plan.PlanActivation;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Fires what is due. All nodes of an installation share one queue in its database: a look at what is due, which one of
 * them takes at a time, and a job for each run that it finds; the jobs of a node that dies are taken over.
 *
 * <p>Threads are the server's own, in pools of this bean, which ends them when the application stops.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DeliveryJobs {
    private static final Logger LOG = Logger.getLogger(DeliveryJobs.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Duration RECLOSE_EVERY = Duration.ofMinutes(10);
    private static final Duration EXPIRE_EVERY = Duration.ofHours(1);
    private static final Duration ACTIVATE_EVERY = Duration.ofMinutes(10);
    private static final Duration REMIND_EVERY = Duration.ofMinutes(10);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(20);
    private static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(20);
    private static final int RUN_THREADS = 4;
    private static final int HOUSEKEEPING_THREADS = 2;

    @Resource(lookup = Migrations.DATA_SOURCE)
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @EJB
    PeriodReclosing reclosing;

    @EJB
    PlanActivation activation;

    @EJB
    SignalWatch signals;

    @Inject
    QuarantineNotices notices;

    @Inject
    Digests digests;

    private DeliveryLedger ledger;
    private ScheduleRunner runner;
    private Clock clock;

    private final OneTimeTask<Void> run = Tasks.oneTime("delivery-run")
            .execute((instance, context) ->
                    guarded(instance.getId(), () -> runner.runWhenDue(RunKey.parse(instance.getId()))));

    private final RecurringTask<Void> look = Tasks.recurring("delivery-look", FixedDelay.of(LOOK_EVERY))
            .execute((instance, context) -> guarded("what is due", this::look));

    /** Not a delivery, but in the same queue: an installation has one. */
    private final RecurringTask<Void> reclose = Tasks.recurring("period-reclose", FixedDelay.of(RECLOSE_EVERY))
            .execute((instance, context) -> guarded("reopenings that have ended", () -> reclosing.recordEnded()));

    /** Likewise. */
    private final RecurringTask<Void> expire = Tasks.recurring("quarantine-expire", FixedDelay.of(EXPIRE_EVERY))
            .execute((instance, context) -> guarded("rows that nobody decided on", () -> notices.expire()));

    /** Likewise. */
    private final RecurringTask<Void> activate = Tasks.recurring("plan-activate", FixedDelay.of(ACTIVATE_EVERY))
            .execute((instance, context) -> guarded("plans whose quarter has begun", () -> activation.activateDue()));

    private final RecurringTask<Void> remind = Tasks.recurring("awaited-remind", FixedDelay.of(REMIND_EVERY))
            .execute((instance, context) -> guarded("what people are awaited for", () -> digests.send()));

    /** Likewise. */
    private final RecurringTask<Void> watch = Tasks.recurring("signals-look", FixedDelay.of(WATCH_EVERY))
            .execute((instance, context) -> guarded("signals of pairs", () -> signals.look()));

    private Scheduler scheduler;

    /** For the container's own use. */
    public DeliveryJobs() {}

    @Inject
    DeliveryJobs(DeliveryLedger ledger, ScheduleRunner runner, Clock clock) {
        this.ledger = ledger;
        this.runner = runner;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        scheduler = Scheduler.create(database, run)
                .startTasks(look, reclose, expire, activate, remind, watch)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .executorService(Executors.newFixedThreadPool(RUN_THREADS, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(HOUSEKEEPING_THREADS, threads))
                .threads(RUN_THREADS)
                .pollingInterval(POLL_EVERY)
                .enableImmediateExecution()
                .shutdownMaxWait(STOP_WAIT_MAX)
                .build();
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    private void look() {
        long abandoned = ledger.giveUpAbandoned();
        if (abandoned > 0) {
            LOG.log(Level.WARNING, "{0} mails whose sender stopped before it wrote down the answer", abandoned);
        }
        ledger.due().forEach(key -> scheduler.scheduleIfNotExists(run.instance(key.toString()), clock.instant()));
    }

    /** What goes wrong in a job stays in it: the next look finds what is left to do. */
    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Incident " + UUID.randomUUID() + " in the job about " + what);
        }
    }
}
