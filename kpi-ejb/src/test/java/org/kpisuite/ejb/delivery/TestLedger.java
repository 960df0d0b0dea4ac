package org.kpisuite.ejb.delivery;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.delivery.Answer;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.delivery.ReportRun;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.delivery.SendReceipt;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.TestEntities;

/** The ledger without a server: each step in a transaction of its own, as its container would have it. */
final class TestLedger extends DeliveryLedger {
    private final TestEntities database;
    private final Function<EntityManager, DeliveryLedger> steps;

    TestLedger(TestEntities database, Settings settings, Clock clock) {
        this.database = database;
        Directory controllers = new Controllers();
        this.steps = entities -> {
            DeliveryLedger ledger = new DeliveryLedger(controllers, settings, clock);
            ledger.entities = entities;
            return ledger;
        };
    }

    /** One controller, of every unit. */
    private static final class Controllers extends Directory {
        @Override
        public Set<String> withRole(Role role, String unit) {
            return role == Role.CONTROLLER ? Set.of("olga") : Set.of();
        }

        @Override
        public Optional<Person> person(String login) {
            return Optional.of(new Person(login, "Ольга", "olga@example.ru", Locale.forLanguageTag("ru"), List.of()));
        }
    }

    private <T> T in(Function<DeliveryLedger, T> step) {
        return database.inTransaction(entities -> step.apply(steps.apply(entities)));
    }

    private void run(Consumer<DeliveryLedger> step) {
        in(ledger -> {
            step.accept(ledger);
            return true;
        });
    }

    @Override
    public ReportRun plan(long scheduleId, Instant asOf, String requestedBy) {
        return in(l -> l.plan(scheduleId, asOf, requestedBy));
    }

    @Override
    public Optional<ReportRun> run(long scheduleId, Instant asOf) {
        return in(l -> l.run(scheduleId, asOf));
    }

    @Override
    public Schedule schedule(long id) {
        return in(l -> l.schedule(id));
    }

    @Override
    public List<Delivery> mails(long runId, DeliveryKind kind) {
        return in(l -> l.mails(runId, kind));
    }

    @Override
    public boolean claim(long deliveryId, int attemptsSeen) {
        return in(l -> l.claim(deliveryId, attemptsSeen));
    }

    @Override
    public void sent(long deliveryId, SendReceipt receipt) {
        run(l -> l.sent(deliveryId, receipt));
    }

    @Override
    public void failed(long deliveryId, SendFailure failure) {
        run(l -> l.failed(deliveryId, failure));
    }

    @Override
    public void uncertain(long deliveryId, Answer known) {
        run(l -> l.uncertain(deliveryId, known));
    }

    @Override
    public void failOpen(Collection<Long> deliveryIds, SendFailure failure) {
        run(l -> l.failOpen(deliveryIds, failure));
    }

    @Override
    public void hold(ReportRun run, Reason reason) {
        run(l -> l.hold(run, reason));
    }

    @Override
    public void issued(ReportRun run, IssuedReport report, byte[] content) {
        run(l -> l.issued(run, report, content));
    }

    @Override
    public long giveUpAbandoned() {
        return in(DeliveryLedger::giveUpAbandoned);
    }

    @Override
    public Set<RunKey> due() {
        return in(DeliveryLedger::due);
    }
}
