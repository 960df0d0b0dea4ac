package org.kpisuite.ejb.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpisuite.ejb.delivery.Bench.ANNA;
import static org.kpisuite.ejb.delivery.Bench.BORIS;
import static org.kpisuite.ejb.delivery.Bench.CAROL;
import static org.kpisuite.ejb.delivery.Bench.SLOT;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.delivery.ReportRun;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.delivery.ScheduleTerms;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.reports.look.ReportLook;

class ScheduleRunnerTest {
    private GreenMail server;

    @BeforeEach
    void startServer() throws IOException {
        // A port of its own that stays the same when the server is stopped and started again.
        try (ServerSocket free = new ServerSocket(0)) {
            server = new GreenMail(new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }
        server.setUser("kpi@example.ru", "kpi", "s3cret@1");
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    private Bench bench(TestDatabase database) throws SQLException {
        return new Bench(database, Map.of("kpi.smtp.url", url(server.getSmtp().getPort())));
    }

    private static String url(int port) {
        return "smtp://kpi:s3cret%401@127.0.0.1:" + port;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void run_sendsOneMailToEachRecipient_andWritesDownTheAnswer(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, BORIS, CAROL);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));

            assertThat(recipients()).containsExactlyInAnyOrder(ANNA.email(), BORIS.email(), CAROL.email());
            assertThat(bench.scorecards(schedule)).hasSize(3).allSatisfy(d -> {
                assertThat(d.state()).isEqualTo(DeliveryState.SENT);
                assertThat(d.attempts()).isEqualTo(1);
                assertThat(d.answer().orElseThrow().words()).startsWith("250");
                assertThat(d.sentAt()).contains(bench.clock.instant());
                assertThat(d.period()).hasToString("2026-Q4");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void filesOfEachLanguage_areIssuedOnce_withTheHashThatWasSent(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, BORIS, CAROL);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            bench.runner().runByHand(schedule, SLOT, "olga");

            List<IssuedReport> issued = bench.issued();
            assertThat(issued).hasSize(4).allSatisfy(r -> {
                assertThat(r.unit()).isEqualTo("MARKETING");
                assertThat(r.asOf()).isEqualTo(SLOT);
                assertThat(r.planHash().orElseThrow()).hasSize(64);
                assertThat(r.file().bytes()).isGreaterThan(5_000);
            });
            List<String> hashes = issued.stream().map(r -> r.file().sha256()).toList();
            assertThat(hashes).doesNotHaveDuplicates();
            assertThat(bench.scorecards(schedule)).allSatisfy(d -> {
                assertThat(hashes).contains(d.pdf().orElseThrow().sha256());
                assertThat(hashes).contains(d.workbook().orElseThrow().sha256());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void secondRun_ofTheSameInstant_sendsNothing(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            ReportRun run = bench.runner().runByHand(schedule, SLOT, "olga");

            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(run.requestedBy()).isEqualTo("schedule");
            assertThat(bench.scorecards(schedule))
                    .extracting(Delivery::attempts)
                    .containsOnly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void serverThatIsDown_failsAll_andTheyAreSentOnceItIsUp(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, BORIS, CAROL);
            server.stop();
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            assertThat(bench.scorecards(schedule)).hasSize(3).allSatisfy(d -> {
                assertThat(d.state()).isEqualTo(DeliveryState.FAILED);
                assertThat(d.isRetryable()).isTrue();
                assertThat(d.answer().orElseThrow().words()).containsIgnoringCase("connect");
            });
            assertThat(bench.ledger.due()).isEmpty();

            server.setUser("kpi@example.ru", "kpi", "s3cret@1");
            server.start();
            bench.clock.set(SLOT.plus(Duration.ofMinutes(5)));
            assertThat(bench.ledger.due()).containsExactly(new RunKey(schedule, SLOT));
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            assertThat(recipients()).containsExactlyInAnyOrder(ANNA.email(), BORIS.email(), CAROL.email());
            assertThat(bench.scorecards(schedule)).allSatisfy(d -> {
                assertThat(d.state()).isEqualTo(DeliveryState.SENT);
                assertThat(d.attempts()).isEqualTo(2);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void refusedForGood_isTriedAgainByHandOnly(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            MailTransport real = new Mailroom(bench.settings, bench.clock);
            MailTransport refusing = mail -> mail.to().text().equals(CAROL.email())
                    ? new SendOutcome.Refused(new SendFailure("550 no such user", false))
                    : real.send(mail);
            bench.runner(refusing).runWhenDue(new RunKey(schedule, SLOT));
            bench.clock.set(SLOT.plus(Duration.ofDays(1)));
            assertThat(bench.ledger.due()).isEmpty();

            bench.runner().runByHand(schedule, SLOT, "olga");
            assertThat(recipients()).containsExactlyInAnyOrder(ANNA.email(), CAROL.email());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void runsOfTheSameSlotAtOnce_sendOneMailToEachRecipient(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, BORIS, CAROL);
            int runners = 4;
            CountDownLatch together = new CountDownLatch(runners);
            Callable<Void> run = () -> {
                together.countDown();
                together.await();
                bench.runner().runWhenDue(new RunKey(schedule, SLOT));
                return null;
            };
            ExecutorService nodes = Executors.newFixedThreadPool(runners);
            try {
                List<Callable<Void>> all = new ArrayList<>();
                for (int i = 0; i < runners; i++) {
                    all.add(run);
                }
                for (Future<Void> done : nodes.invokeAll(all)) {
                    done.get();
                }
            } finally {
                nodes.shutdownNow();
            }
            assertThat(recipients()).containsExactlyInAnyOrder(ANNA.email(), BORIS.email(), CAROL.email());
            assertThat(bench.scorecards(schedule)).allSatisfy(d -> {
                assertThat(d.state()).isEqualTo(DeliveryState.SENT);
                assertThat(d.attempts()).isEqualTo(1);
            });
            assertThat(bench.issued()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void newRecipient_getsTheRunThatOthersHaveAlready_byHand(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            bench.database.inTransaction(em -> {
                Schedule stored = em.find(Schedule.class, schedule);
                ScheduleTerms terms = ScheduleTerms.parse(
                        new ScheduleTerms.Text("MONDAY", "07:00", "Europe/Moscow", List.of(ANNA, CAROL), true, 3));
                stored.change("MARKETING", terms, bench.clock.instant());
                return stored;
            });
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            assertThat(recipients()).containsExactly(ANNA.email());
            bench.runner().runByHand(schedule, SLOT, "olga");
            assertThat(recipients()).containsExactlyInAnyOrder(ANNA.email(), CAROL.email());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void dataOlderThanAllowed_areHeld_andTheControllerIsToldOnce(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            Instant late = SLOT.plus(Duration.ofDays(7));
            bench.clock.set(late.plusSeconds(5));
            bench.runner().runWhenDue(new RunKey(schedule, late));
            bench.runner().runByHand(schedule, late, "olga");

            long run = bench.ledger.run(schedule, late).orElseThrow().id();
            assertThat(bench.ledger.mails(run, DeliveryKind.SCORECARD))
                    .hasSize(2)
                    .allSatisfy(d -> {
                        assertThat(d.state()).isEqualTo(DeliveryState.HELD);
                        assertThat(d.reason()).contains(Reason.of(Reason.Code.TOO_OLD, "2026-11-22", "8", "3"));
                    });
            assertThat(recipients()).containsExactly("olga@example.ru");
            MimeMessage notice = server.getReceivedMessages()[0];
            assertThat(notice.getSubject()).isEqualTo("[KPI] Маркетинг 2026-Q4: не отправлено, данные устарели");
            assertThat(MailText.of(notice)).contains("22 нояб. 2026").contains("допустимо не более 3");
            assertThat(bench.issued()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "H2")
    void quarterWithoutAnyData_isHeld_andSaysSo(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA);
            Instant january = Instant.parse("2027-01-11T04:00:00Z");
            bench.clock.set(january);
            bench.runner().runWhenDue(new RunKey(schedule, january));
            long run = bench.ledger.run(schedule, january).orElseThrow().id();
            Delivery held = bench.ledger.mails(run, DeliveryKind.SCORECARD).get(0);
            assertThat(held.period()).hasToString("2027-Q1");
            assertThat(held.answer().orElseThrow().text(Messages.EN))
                    .isEqualTo("Nothing was delivered after Dec 31, 2026, 11 days ago; at most 3 are allowed.");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void senderThatDied_leavesItsMailUncertain_andItIsNotSentAgain(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            ReportRun run = bench.ledger.plan(schedule, SLOT, "schedule");
            Delivery first =
                    bench.ledger.mails(run.id(), DeliveryKind.SCORECARD).get(0);
            assertThat(bench.ledger.claim(first.id(), 0)).isTrue();
            assertThat(bench.ledger.giveUpAbandoned()).isZero();
            assertThat(bench.ledger.due()).containsExactly(new RunKey(schedule, SLOT));

            bench.clock.set(SLOT.plus(Delivery.SENDING_MAX).plusSeconds(10));
            assertThat(bench.ledger.giveUpAbandoned()).isEqualTo(1);
            bench.runner().runByHand(schedule, SLOT, "olga");
            assertThat(recipients()).containsExactly(CAROL.email());
            assertThat(bench.scorecards(schedule))
                    .extracting(Delivery::state)
                    .containsExactly(DeliveryState.UNCERTAIN, DeliveryState.SENT);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void figuresThatCannotBeRead_failTheRun_andAreReadAgainLater(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA);
            ScorecardSource broken = (unit, period, asOf) -> {
                throw new IllegalStateException("no connection");
            };
            new ScheduleRunner(
                            bench.ledger,
                            broken,
                            new Letters(
                                    new ScorecardFiles(new Bench.NoEvidence(), at -> ReportLook.USUAL), bench.settings),
                            new Mailroom(bench.settings, bench.clock),
                            bench.clock)
                    .runWhenDue(new RunKey(schedule, SLOT));
            Delivery failed = bench.scorecards(schedule).get(0);
            assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(failed.reason().orElseThrow().code()).isEqualTo(Reason.Code.NOT_MADE);
            assertThat(failed.answer().orElseThrow().text(Messages.RU))
                    .contains("инцидент")
                    .doesNotContain("connection");

            bench.clock.set(SLOT.plus(Duration.ofMinutes(10)));
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            assertThat(recipients()).containsExactly(ANNA.email());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void slotThatCame_isDueUntilItsRunIsPlanned(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA);
            bench.clock.set(SLOT.minusSeconds(1));
            assertThat(bench.ledger.due()).isEmpty();
            bench.clock.set(SLOT);
            assertThat(bench.ledger.due()).containsExactly(new RunKey(schedule, SLOT));
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            assertThat(bench.ledger.due()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void databaseItself_refusesASecondRun_andASecondMail(TestDatabase database) throws Exception {
        try (Bench bench = bench(database)) {
            long schedule = bench.schedule(3, ANNA);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            String run = "id, schedule_id, as_of, unit_code, period, requested_by, planned_at";
            assertThatThrownBy(() -> copyRow(bench, "report_run", run))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?is).*report_run_once.*");
            String mail = "id, run_id, schedule_id, unit_code, period, as_of, kind, recipient, locale, state, attempts,"
                    + " retryable, planned_at, version";
            assertThatThrownBy(() -> copyRow(bench, "delivery", mail))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?is).*delivery_once.*");
        }
    }

    private static void copyRow(Bench bench, String table, String columns) throws SQLException {
        String values = columns.replaceFirst("^id", "id + 100000");
        try (Connection connection = bench.source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + columns + ") select " + values + " from " + table);
        }
    }

    private List<String> recipients() throws Exception {
        List<String> recipients = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            Arrays.stream(mail.getAllRecipients()).map(Object::toString).forEach(recipients::add);
        }
        return recipients;
    }
}
