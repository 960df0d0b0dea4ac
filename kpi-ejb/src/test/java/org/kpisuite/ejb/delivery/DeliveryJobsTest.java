package org.kpisuite.ejb.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.ejb.delivery.Bench.ANNA;
import static org.kpisuite.ejb.delivery.Bench.CAROL;
import static org.kpisuite.ejb.delivery.Bench.SLOT;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.ejb.calendar.PeriodReclosing;
import org.kpisuite.ejb.plan.PlanActivation;
import org.kpisuite.ejb.storage.TestDatabase;

class DeliveryJobsTest {
    private static final Duration WAIT_MAX = Duration.ofSeconds(40);

    private final List<String> sent = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void twoNodes_fireADueSlotOnce(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database, Map.of())) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            bench.clock.go();
            DeliveryJobs first = node(bench);
            DeliveryJobs second = node(bench);
            first.start();
            second.start();
            try {
                await(() -> sent.size() == 2);
            } finally {
                first.stop();
                second.stop();
            }
            assertThat(sent).containsExactlyInAnyOrder(ANNA.email(), CAROL.email());
            assertThat(bench.scorecards(schedule)).hasSize(2);
        }
    }

    @SuppressWarnings("UnnecessaryAssignment")
    private DeliveryJobs node(Bench bench) {
        ScheduleRunner runner = bench.runner(mail -> {
            sent.add(mail.to().text());
            return new SendOutcome.Accepted("id", "250 fine as of " + SLOT);
        });
        DeliveryJobs jobs = new DeliveryJobs(bench.ledger, runner, bench.clock);
        jobs.database = bench.source;
        jobs.threads = new Threads();
        jobs.reclosing = PeriodReclosing.over(bench.source, bench.clock);
        jobs.notices = new QuarantineNotices() {
            @Override
            public void expire() {
                // Nothing is in quarantine here.
            }
        };
        jobs.activation = new PlanActivation() {
            @Override
            public void activateDue() {
                // No plans here.
            }
        };
        return jobs;
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        Instant end = Instant.now().plus(WAIT_MAX);
        while (!condition.holds() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
    }

    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            return new Thread(work);
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }
}
