package org.kpisuite.ejb.report;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.ScorecardReader;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.reports.warm.WarmUp;

/**
 * Makes the first report after a start as fast as the next one: draws a sample, and the scorecard of one unit from the
 * database where there is one, beside the start and by one thread. Nothing waits for it, nothing of it is kept.
 */
@Singleton
@Startup
@DependsOn({"Migrations", "SettingsAtStart"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class ReportWarmUp {
    private static final Logger LOG = Logger.getLogger(ReportWarmUp.class.getName());

    /** What is drawn twice has been compiled once: the first round loads classes, those after it make them fast. */
    private static final int ROUNDS = 3;

    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(10);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private ScorecardReader reader;

    @Inject
    private ScorecardFiles files;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private @Nullable Thread worker;
    private volatile State state = State.WARMING;
    private volatile boolean stopped;

    /** How far it is. */
    public enum State {
        WARMING,
        WARM,
        /** Not asked for, or it went wrong and the reason is in the log: the first report is slow. */
        COLD
    }

    @PostConstruct
    void start() {
        if (!settings.isWarmedUp()) {
            state = State.COLD;
            return;
        }
        worker = threads.newThread(this::run);
        worker.setName("report-warm-up");
        worker.start();
    }

    /** Not by an interrupt, which would close the file of an embedded database under all others. */
    @PreDestroy
    void stop() {
        stopped = true;
        if (worker == null) {
            return;
        }
        try {
            worker.join(STOP_WAIT_MAX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public State state() {
        return state;
    }

    private void run() {
        Instant begun = clock.instant();
        try {
            for (int round = 0; round < ROUNDS && !stopped; round++) {
                WarmUp.draw(settings.look());
                drawStored();
            }
            state = State.WARM;
            LOG.log(
                    Level.INFO,
                    "Reports are warm after {0} ms",
                    Duration.between(begun, clock.instant()).toMillis());
        } catch (RuntimeException e) {
            state = State.COLD;
            LOG.log(Level.WARNING, e, () -> "The first report will be slow: no sample could be drawn");
        }
    }

    private void drawStored() {
        Optional<OrgUnit> unit = directory.tree().units().stream().findFirst();
        if (unit.isEmpty()) {
            return;
        }
        Period period = Period.of(Granularity.QUARTER, directory.today());
        ScorecardQuery query = new ScorecardQuery(unit.get().code(), period, clock.instant());
        Scorecard card = reader.report(query);
        for (Locale locale : new Locale[] {Messages.EN, Messages.RU}) {
            for (ReportFormat format : ReportFormat.values()) {
                files.of(card, query.choices(), locale, format);
            }
        }
    }
}
