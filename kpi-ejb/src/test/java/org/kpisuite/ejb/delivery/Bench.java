package org.kpisuite.ejb.delivery;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.ReportRun;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.delivery.ScheduleTerms;
import org.kpisuite.domain.delivery.ScheduleTerms.RecipientText;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.EvidenceReader;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.workbook.Evidence;

/** Everything that a delivery needs, over a database of its own, with a clock that is set by hand. */
final class Bench implements AutoCloseable {
    /** Monday, 23 November 2026, 07:00 in Moscow. */
    static final Instant SLOT = Instant.parse("2026-11-23T04:00:00Z");

    static final RecipientText ANNA = new RecipientText("anna@example.ru", "ru");
    static final RecipientText BORIS = new RecipientText("boris@example.ru", "ru");
    static final RecipientText CAROL = new RecipientText("carol@example.com", "en");

    final DataSource source;
    final TestEntities database;
    final TestLedger ledger;
    final Settings settings;
    final SettableClock clock = new SettableClock(SLOT.plusSeconds(5));

    Bench(TestDatabase kind, Map<String, String> environment) throws SQLException {
        source = kind.migrated();
        database = new TestEntities(source);
        settings = new Settings(config(environment));
        ledger = new TestLedger(database, settings, clock);
    }

    static Bench withOutbox(TestDatabase kind, Path folder) throws SQLException {
        return new Bench(kind, Map.of("kpi.data", folder.toString()));
    }

    private static Config config(Map<String, String> values) {
        return (Config)
                Proxy.newProxyInstance(Bench.class.getClassLoader(), new Class<?>[] {Config.class}, (p, m, a) -> {
                    if (m.getName().equals("getOptionalValue")) {
                        return Optional.ofNullable(values.get((String) a[0]));
                    }
                    throw new UnsupportedOperationException(m.getName());
                });
    }

    ScheduleRunner runner() {
        return runner(new Mailroom(settings, clock));
    }

    ScheduleRunner runner(MailTransport transport) {
        return new ScheduleRunner(ledger, SampleFigures::scorecard, new OnceMadeLetters(settings), transport, clock);
    }

    /** A schedule made a week before the slot. */
    long schedule(int maxDataAgeDays, RecipientText... recipients) {
        ScheduleTerms terms = ScheduleTerms.parse(
                new ScheduleTerms.Text("MONDAY", "07:00", "Europe/Moscow", List.of(recipients), true, maxDataAgeDays));
        return database.inTransaction(em -> {
            Schedule schedule = new Schedule("MARKETING", terms, SLOT.minusSeconds(600_000));
            em.persist(schedule);
            return schedule.id();
        });
    }

    List<Delivery> deliveries(long schedule, DeliveryKind kind) {
        ReportRun run = ledger.run(schedule, SLOT).orElseThrow();
        return ledger.mails(run.id(), kind);
    }

    List<Delivery> scorecards(long schedule) {
        return deliveries(schedule, DeliveryKind.SCORECARD);
    }

    List<IssuedReport> issued() {
        return database.inTransaction(em -> em.createQuery("select r from IssuedReport r", IssuedReport.class)
                .getResultList());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Equal scorecards give equal files, so that for all tests they are made, and compared, once. */
    private static final class OnceMadeLetters extends Letters {
        private static final Map<String, Letter> MADE = new ConcurrentHashMap<>();

        OnceMadeLetters(Settings settings) {
            super(new ScorecardFiles(new NoEvidence(), at -> ReportLook.USUAL), settings);
        }

        @Override
        Letter scorecard(Scorecard scorecard, Locale locale) {
            return MADE.computeIfAbsent(
                    locale + "|" + scorecard.heading().asOf(), k -> super.scorecard(scorecard, locale));
        }
    }

    /** Of whatever scorecard nothing more is known. */
    static final class NoEvidence extends EvidenceReader {
        @Override
        public Evidence of(Scorecard card, ScorecardQuery.Choices choices) {
            return Evidence.NONE;
        }
    }

    static final class SettableClock extends Clock {
        private volatile Clock shown;

        SettableClock(Instant now) {
            set(now);
        }

        /** Stands still at that instant. */
        void set(Instant now) {
            shown = Clock.fixed(now, ZoneOffset.UTC);
        }

        /** Goes on from the instant that it shows. */
        void go() {
            Clock real = Clock.systemUTC();
            shown = Clock.offset(real, Duration.between(real.instant(), instant()));
        }

        @Override
        public Instant instant() {
            return shown.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
