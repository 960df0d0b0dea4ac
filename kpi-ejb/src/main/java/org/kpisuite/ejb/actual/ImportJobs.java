package org.kpisuite.ejb.actual;

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
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Makes the imports that nobody waits for, and looks after those whose process has stopped. All nodes of an installation
 * share one queue in its database, apart from that of deliveries.
 *
 * <p>A task only says whose turn it is: who may work on an import, and that it ends once, is settled by its record.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class ImportJobs {
    private static final Logger LOG = Logger.getLogger(ImportJobs.class.getName());
    private static final String TABLE = "import_tasks";
    private static final Duration TELL_EVERY = Duration.ofSeconds(4);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    private static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(5);
    private static final int RUN_THREADS = 2;
    private static final int HOUSEKEEPING_THREADS = 2;

    @Resource(lookup = Migrations.DATA_SOURCE)
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @EJB
    ImportSettingInForce inForce;

    private UnderWay underWay;
    private Settings settings;
    private Clock clock;
    private ImportProcess process;
    private Unfinished unfinished;
    private Scheduler scheduler;
    private ScheduledExecutorService word;
    private ScheduledFuture<?> telling;

    private final OneTimeTask<Void> run = Tasks.oneTime("import-run")
            .execute((instance, context) -> guarded("import " + instance.getId(), () -> make(instance.getId())));

    private final RecurringTask<Void> look = Tasks.recurring("import-look", FixedDelay.of(LOOK_EVERY))
            .execute((instance, context) -> guarded("imports whose process has stopped", this::look));

    private final RecurringTask<Void> tidy = Tasks.recurring("import-tidy", FixedDelay.of(TIDY_EVERY))
            .execute((instance, context) -> guarded("kept files", this::tidy));

    /** For the container's own use. */
    public ImportJobs() {}

    @Inject
    ImportJobs(UnderWay underWay, Settings settings, Clock clock) {
        this.underWay = underWay;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        LOG.log(Level.CONFIG, "Files may be as large as {0}", ImportLimits.OF_PROCESS);
        KeptFiles files = new KeptFiles(settings.folder().resolve("imports"));
        process = new ImportProcess(database, clock, files, underWay);
        unfinished = new Unfinished(database, clock, underWay);
        word = Executors.newSingleThreadScheduledExecutor(threads);
        telling = word.scheduleWithFixedDelay(
                () -> guarded("word of life", () -> underWay.tell(database, clock.instant())),
                TELL_EVERY.toMillis(),
                TELL_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        scheduler = Scheduler.create(database, run)
                .startTasks(look, tidy)
                .tableName(TABLE)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(underWay.node()))
                .executorService(Executors.newFixedThreadPool(RUN_THREADS, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(HOUSEKEEPING_THREADS, threads))
                .threads(RUN_THREADS)
                .pollingInterval(POLL_EVERY)
                .heartbeatInterval(HEARTBEAT_EVERY)
                .enableImmediateExecution()
                .shutdownMaxWait(STOP_WAIT_MAX)
                .build();
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        telling.cancel(true);
        word.shutdownNow();
        scheduler.stop();
    }

    /** Lets one of the nodes make that import as soon as it can. */
    public void queue(long id) {
        scheduler.scheduleIfNotExists(run.instance(String.valueOf(id)), clock.instant());
    }

    private void make(String id) throws Exception {
        process.make(Long.parseLong(id), inForce::of);
    }

    private void look() throws Exception {
        List<Long> toMake = unfinished.settle();
        toMake.forEach(this::queue);
    }

    private void tidy() throws Exception {
        new KeptFilesTidy(
                        database,
                        clock,
                        new KeptFiles(settings.folder().resolve("imports")),
                        settings.importFilesKept().orElse(null))
                .run();
    }

    /** Work that may fail in any way. */
    private interface Work {
        void run() throws Exception;
    }

    /** What goes wrong in a job stays in it: the next look finds what is left to do. */
    private static void guarded(String what, Work work) {
        try {
            work.run();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, e, () -> "Incident " + UUID.randomUUID() + " in the job about " + what);
        }
    }
}
