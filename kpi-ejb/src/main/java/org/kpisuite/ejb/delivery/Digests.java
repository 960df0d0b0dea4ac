package org.kpisuite.ejb.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.EmailAddress;
import org.kpisuite.domain.plan.Reminder;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.inbox.Awaited;
import org.kpisuite.ejb.inbox.AwaitedActions;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Reminds people of what they are awaited for, and their superiors of what is overdue: one mail a person and day, on
 * working days from the morning on. What is done by then is in none. Any node may do it, as often as it likes.
 */
@ApplicationScoped
class Digests {
    private static final Logger LOG = Logger.getLogger(Digests.class.getName());
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    @Resource(lookup = Migrations.DATA_SOURCE)
    DataSource database;

    private AwaitedActions actions;
    private Directory directory;
    private Settings settings;
    private MailTransport transport;
    private Clock clock;

    protected Digests() {}

    @Inject
    Digests(AwaitedActions actions, Directory directory, Settings settings, MailTransport transport, Clock clock) {
        this.actions = actions;
        this.directory = directory;
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
    }

    /** What one person is told. */
    record Digest(List<Awaited> own, List<Awaited> others) {
        Digest() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Sends what is due today and was not sent yet. */
    public void send() {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        LocalDate today = now.toLocalDate();
        if (now.toLocalTime().isBefore(MORNING) || !settings.workingDays().isWorked(today)) {
            return;
        }
        DigestRows rows = new DigestRows(database, clock);
        byPerson(today).forEach((login, digest) -> directory.person(login).ifPresent(person -> EmailAddress.parse(
                        person.email())
                .ifPresent(address -> send(rows, person, mail(person, address, digest, today), today))));
    }

    private Map<String, Digest> byPerson(LocalDate today) {
        Map<String, Digest> digests = new TreeMap<>();
        List<Awaited> all = actions.all();
        for (Awaited action : all) {
            Reminder.on(today, action.due(), settings.workingDays()).ifPresent(reminder -> {
                action.people().forEach(p -> of(digests, p).own.add(action));
                if (reminder.isEscalated()) {
                    action.superiors().forEach(p -> of(digests, p).others.add(action));
                }
            });
        }
        return digests;
    }

    private static Digest of(Map<String, Digest> digests, String login) {
        return digests.computeIfAbsent(login, l -> new Digest());
    }

    private OutgoingMail mail(Person person, EmailAddress address, Digest digest, LocalDate today) {
        DigestText text = new DigestText(person.locale(), today, settings.baseUrl(), directory.tree());
        return new OutgoingMail(
                new OutgoingMail.Mark(0, today.atStartOfDay(settings.zone()).toInstant(), "", DeliveryKind.NOTICE),
                address,
                person.locale(),
                text.subject(digest.own, digest.others),
                text.body(digest.own, digest.others),
                List.of());
    }

    private void send(DigestRows rows, Person person, OutgoingMail mail, LocalDate today) {
        try {
            if (rows.claim(person.login(), today)) {
                SendOutcome outcome = transport.send(mail);
                if (!(outcome instanceof SendOutcome.Accepted)) {
                    LOG.log(Level.WARNING, "Digest to {0} not sent: {1}", new Object[] {mail.to(), outcome});
                }
                rows.end(person.login(), today, state(outcome), outcome.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeliveryState state(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted) {
            return DeliveryState.SENT;
        }
        if (outcome instanceof SendOutcome.Refused refused && !refused.failure().retryable()) {
            return DeliveryState.UNCERTAIN;
        }
        return outcome instanceof SendOutcome.AnswerLost ? DeliveryState.UNCERTAIN : DeliveryState.FAILED;
    }
}
