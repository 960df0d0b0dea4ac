package org.kpisuite.ejb.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.inbox.Awaited;
import org.kpisuite.ejb.inbox.AwaitedActions;
import org.kpisuite.ejb.storage.TestDatabase;

/** Reminders, domain specification §4.6: one mail a person and day, in their language, until it is done. */
class DigestsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 24);
    /** Noon in Moscow on the day on which it is due. */
    private static final Instant ON_TIME = Instant.parse("2026-11-24T09:00:00Z");

    private static final Instant A_DAY_LATE = Instant.parse("2026-11-25T09:00:00Z");

    @TempDir
    private Path folder;

    private final List<OutgoingMail> mails = Collections.synchronizedList(new ArrayList<>());
    private final List<Awaited> awaited = new ArrayList<>();
    private SendOutcome outcome = new SendOutcome.Accepted("id", "250 ok");

    private static final Directory DIRECTORY = new Directory() {
        @Override
        public Optional<Person> person(String login) {
            Locale locale = Locale.forLanguageTag(login.equals("anna") ? "ru" : "en");
            return Optional.of(new Person(login, login, login + "@example.org", locale, List.of()));
        }

        @Override
        public OrgTree tree() {
            return new OrgTree(List.of(new OrgUnit("SEO", new LocalizedText("Search", "Поиск"), null, null)), "RUB");
        }
    };

    private Digests node(Bench bench) {
        AwaitedActions actions = new AwaitedActions() {
            @Override
            public List<Awaited> all() {
                return List.copyOf(awaited);
            }
        };
        MailTransport transport = mail -> {
            mails.add(mail);
            return outcome;
        };
        Digests digests = new Digests(actions, DIRECTORY, bench.settings, transport, bench.clock);
        digests.database = bench.source;
        return digests;
    }

    private static Awaited plan(long id, String... people) {
        return new Awaited(
                Awaited.Kind.CHECK,
                "plan/" + id,
                Optional.of("SEO"),
                "2027-Q1",
                1,
                DUE,
                Set.of(people),
                Set.of("boss"),
                "/plan?id=" + id);
    }

    private Bench bench(TestDatabase database, Instant now) throws Exception {
        Bench bench =
                new Bench(database, Map.of("kpi.data", folder.toString(), "kpi.base.url", "https://kpi.example.org"));
        bench.clock.set(now);
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void everythingOfAPerson_isInOneMail_inTheirLanguage(TestDatabase database) throws Exception {
        awaited.addAll(List.of(plan(17, "anna", "boris"), plan(18, "anna")));
        try (Bench bench = bench(database, ON_TIME)) {
            node(bench).send();
        }
        assertThat(mails).extracting(m -> m.to().text()).containsExactly("anna@example.org", "boris@example.org");
        assertThat(mails.get(0).subject()).isEqualTo("[KPI] От вас ждут: 2");
        assertThat(mails.get(0).text())
                .contains("Проверить план: Поиск 2027-Q1; до 24 нояб. 2026")
                .contains("https://kpi.example.org/plan?id=17", "https://kpi.example.org/plan?id=18")
                .contains("после входа");
        assertThat(mails.get(1).subject()).isEqualTo("[KPI] Awaited from you: 1");
        assertThat(mails.get(1).text())
                .contains("Check the plan: Search 2027-Q1; until Nov 24, 2026")
                .doesNotContain("id=18");
    }

    @ParameterizedTest
    @EnumSource
    void twoNodes_sendItOnce_howeverOftenTheyTry(TestDatabase database) throws Exception {
        awaited.add(plan(17, "anna", "boris", "vera"));
        try (Bench bench = bench(database, ON_TIME)) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> nodes = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    Digests node = node(bench);
                    nodes.add(pool.submit(() -> {
                        for (int n = 0; n < 5; n++) {
                            node.send();
                        }
                    }));
                }
                for (Future<?> node : nodes) {
                    node.get();
                }
            } finally {
                pool.shutdown();
            }
        }
        assertThat(mails)
                .extracting(m -> m.to().text())
                .containsExactlyInAnyOrder("anna@example.org", "boris@example.org", "vera@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void overdue_isToldToTheSuperiorToo_andNothingMore_onceItIsDone(TestDatabase database) throws Exception {
        awaited.add(plan(17, "boris"));
        try (Bench bench = bench(database, A_DAY_LATE)) {
            node(bench).send();
            assertThat(mails).extracting(m -> m.to().text()).containsExactly("boris@example.org", "boss@example.org");
            assertThat(mails.get(0).subject()).isEqualTo("[KPI] Awaited: 1, overdue 1");
            assertThat(mails.get(1).text()).contains("Overdue where you are the superior", "overdue since");
            mails.clear();
            awaited.clear();
            bench.clock.set(Instant.parse("2026-11-27T09:00:00Z"));
            node(bench).send();
            assertThat(mails).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFailed_isTriedAgain_whatMayHaveArrivedIsNot(TestDatabase database) throws Exception {
        awaited.add(plan(17, "boris"));
        try (Bench bench = bench(database, ON_TIME)) {
            outcome = new SendOutcome.Unreachable("no route");
            node(bench).send();
            outcome = new SendOutcome.AnswerLost("timed out");
            node(bench).send();
            node(bench).send();
        }
        assertThat(mails).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void addressThatIsRefused_isNotTriedAgainThatDay(TestDatabase database) throws Exception {
        awaited.add(plan(17, "boris"));
        outcome = new SendOutcome.Refused(new SendFailure("550 unknown", false));
        try (Bench bench = bench(database, ON_TIME)) {
            node(bench).send();
            node(bench).send();
            assertThat(mails).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheMorning_andOnDaysOff_nobodyIsReminded(TestDatabase database) throws Exception {
        awaited.add(plan(17, "boris"));
        try (Bench bench = bench(database, Instant.parse("2026-11-24T03:59:59Z"))) {
            node(bench).send();
            bench.clock.set(Instant.parse("2026-11-28T09:00:00Z"));
            node(bench).send();
        }
        assertThat(mails).isEmpty();
    }
}
