package org.kpisuite.ejb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.Revision;
import org.kpisuite.domain.plan.RevisionReason;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

/** Many people at the same instant: of each pair exactly one wins and the other is told, on both databases. */
class PlanRacesTest {
    private static final Instant NOW = Instant.parse("2026-09-20T10:15:30Z");
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final LocalDate BEFORE = LocalDate.of(2026, 9, 20);
    private static final int PLANS = 100;
    private static final int CLIENTS = 8;

    private static Signing by(String login) {
        return new Signing(login, NOW, "TOKEN");
    }

    private static Plan checked(EntityManager entities, String unit) {
        Plan plan = new Plan(unit, QUARTER, "anna");
        new PlanStore(entities).add(plan);
        plan.submit(by("head"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
        plan.check(by("controller"), null);
        return plan;
    }

    private static void approve(PlanStore store, Plan plan) {
        plan.approve(by("chief"), plan.hash().orElse("none"), Set.of("head"), BEFORE);
        store.putInForce(plan);
    }

    /** What somebody does to a plan in a transaction of their own; answers how they were refused. */
    private static Callable<Optional<Code>> step(TestEntities entities, long id, Consumer<Plan> step, boolean inForce) {
        return () -> refusal(() -> entities.inTransaction(em -> {
            PlanStore store = new PlanStore(em);
            Plan plan = store.toChange(id);
            step.accept(plan);
            if (inForce) {
                store.putInForce(plan);
            }
            return plan;
        }));
    }

    private static Optional<Code> refusal(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (KpiException e) {
            return Optional.of(e.code());
        }
    }

    private static List<Optional<Code>> race(List<Callable<Optional<Code>>> steps)
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Optional<Code>> answers = new ArrayList<>();
            for (Future<Optional<Code>> answer : clients.invokeAll(steps)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void twoHundredDecisions_haveOneWinnerAPlan_andTheOtherIsToldItsState(TestDatabase database) throws Exception {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            List<Long> plans = IntStream.range(0, PLANS)
                    .mapToObj(i -> entities.inTransaction(em -> checked(em, "UNIT-" + i))
                            .id())
                    .toList();
            List<Callable<Optional<Code>>> decisions = new ArrayList<>();
            for (long id : plans) {
                decisions.add(step(
                        entities,
                        id,
                        p -> p.approve(by("chief"), p.hash().orElse("none"), Set.of("head"), BEFORE),
                        true));
                decisions.add(step(entities, id, p -> p.giveBack(by("second"), null, "the floor is missing"), false));
            }
            List<Optional<Code>> answers = race(decisions);
            for (int i = 0; i < PLANS; i++) {
                Optional<Code> approved = answers.get(2 * i);
                Optional<Code> returned = answers.get(2 * i + 1);
                assertThat(List.of(approved, returned))
                        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Code.E_PLAN_STATE));
                requireOutcome(entities, plans.get(i), approved.isEmpty());
            }
        }
    }

    private static void requireOutcome(TestEntities entities, long id, boolean approved) {
        Plan plan = entities.inTransaction(em -> em.find(Plan.class, id));
        assertThat(plan.state()).isEqualTo(approved ? PlanState.APPROVED : PlanState.RETURNED);
        assertThat(plan.signatures().stream()
                        .filter(s -> s.meaning() == PlanAction.APPROVE || s.meaning() == PlanAction.RETURN))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void revisions_areBegunOnce_andTakeThePlaceOfThePlan(TestDatabase database) throws Exception {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            long first = entities.inTransaction(em -> {
                        Plan plan = checked(em, "SALES");
                        approve(new PlanStore(em), plan);
                        return plan;
                    })
                    .id();
            Callable<Optional<Code>> revise = () -> refusal(() -> entities.inTransaction(em -> {
                PlanStore store = new PlanStore(em);
                Plan next = store.toChange(first).revise(by("head"), revision());
                store.addRevision(next);
                return next;
            }));
            List<Optional<Code>> answers =
                    race(IntStream.range(0, CLIENTS).mapToObj(i -> revise).collect(Collectors.toList()));
            assertThat(answers).containsOnlyOnce(Optional.empty());
            assertThat(answers.stream().filter(Optional.of(Code.E_PLAN_EXISTS)::equals))
                    .hasSize(CLIENTS - 1);
            Optional<Code> closing = refusal(() -> entities.inTransaction(em -> {
                PlanStore store = new PlanStore(em);
                store.requireNoRevisionOf(store.toChange(first));
                return store;
            }));
            assertThat(closing).contains(Code.E_PLAN_EXISTS);
            long second = entities.inTransaction(em -> {
                PlanStore store = new PlanStore(em);
                Plan next = store.toChange(store.plans("SALES").get(0).id());
                assertThat(next.revision()).isEqualTo(2);
                next.submit(by("head"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
                next.check(by("controller"), next.hash().orElseThrow());
                approve(store, next);
                return next.id();
            });
            entities.inTransaction(em -> {
                PlanStore store = new PlanStore(em);
                assertThat(store.get(first).state()).isEqualTo(PlanState.SUPERSEDED);
                assertThat(store.get(second).state()).isEqualTo(PlanState.APPROVED);
                assertThat(store.get(second).basedOn()).contains(first);
                assertThat(store.inForce("SALES", NOW.plusSeconds(1))
                                .get(QUARTER)
                                .id())
                        .isEqualTo(second);
                return store;
            });
        }
    }

    private static Revision revision() {
        return new Revision(RevisionReason.BUSINESS, "a new channel", BEFORE, WorkingDays.MONDAY_TO_FRIDAY, false);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofPlansBegunAtTheSameInstant_oneIsStored(TestDatabase database) throws Exception {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            Callable<Optional<Code>> begin = () -> refusal(() -> entities.inTransaction(em -> {
                Plan plan = new Plan("SALES", QUARTER, "anna");
                new PlanStore(em).add(plan);
                return plan;
            }));
            List<Optional<Code>> answers =
                    race(IntStream.range(0, CLIENTS).mapToObj(i -> begin).collect(Collectors.toList()));
            assertThat(answers).containsOnlyOnce(Optional.empty());
            assertThat(answers.stream().filter(Optional.of(Code.E_PLAN_EXISTS)::equals))
                    .hasSize(CLIENTS - 1);
            List<Plan> stored = entities.inTransaction(em -> new PlanStore(em).plans("SALES"));
            assertThat(stored).hasSize(1);
        }
    }
}
