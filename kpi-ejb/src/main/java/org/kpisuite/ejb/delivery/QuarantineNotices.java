package org.kpisuite.ejb.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.EmailAddress;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.QuarantineUndecided;
import org.kpisuite.ejb.settings.Settings;

/**
 * Tells people that rows for closed periods were rejected because nobody decided in time: whoever imported them, and the
 * controllers of their units. One mail a person; a mail that cannot be sent is logged, the rows show it anyhow.
 */
@ApplicationScoped
class QuarantineNotices {
    private static final Logger LOG = Logger.getLogger(QuarantineNotices.class.getName());
    /** More rows than that are not named one by one. */
    private static final int LINES_MAX = 50;

    @EJB
    private QuarantineUndecided undecided;

    @Inject
    private Directory directory;

    @Inject
    private Mailroom mailroom;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Rejects what is due and tells those whom it concerns. */
    public void expire() {
        List<Quarantined> rows = undecided.reject();
        if (!rows.isEmpty()) {
            LOG.log(Level.INFO, "Rows of the quarantine that nobody decided on in time: {0}", rows.size());
            byPerson(rows).forEach(this::tell);
        }
    }

    private Map<String, List<Quarantined>> byPerson(List<Quarantined> rows) {
        Map<String, Set<String>> controllers = new TreeMap<>();
        Map<String, List<Quarantined>> told = new TreeMap<>();
        for (Quarantined row : rows) {
            Set<String> people = new LinkedHashSet<>(Set.of(row.person()));
            people.addAll(
                    controllers.computeIfAbsent(row.key().unit(), unit -> directory.withRole(Role.CONTROLLER, unit)));
            people.forEach(
                    p -> told.computeIfAbsent(p, login -> new ArrayList<>()).add(row));
        }
        return told;
    }

    private void tell(String login, List<Quarantined> rows) {
        directory.person(login).ifPresent(person -> EmailAddress.parse(person.email())
                .ifPresent(address -> send(mail(person, address, rows))));
    }

    private void send(OutgoingMail mail) {
        SendOutcome outcome = mailroom.send(mail);
        if (!(outcome instanceof SendOutcome.Accepted)) {
            LOG.log(Level.WARNING, "Notice about the quarantine to {0} not sent: {1}", new Object[] {mail.to(), outcome
            });
        }
    }

    private OutgoingMail mail(Person person, EmailAddress address, List<Quarantined> rows) {
        Instant now = clock.instant();
        Locale locale = person.locale();
        String lines = rows.stream().limit(LINES_MAX).map(r -> line(r, locale)).collect(Collectors.joining("\n"));
        String text = Messages.text(
                locale,
                "quarantine.notice.body",
                String.valueOf(Quarantined.OPEN_WORKING_DAYS),
                rows.size() > LINES_MAX ? lines + "\n…" : lines,
                settings.baseUrl());
        return new OutgoingMail(
                new OutgoingMail.Mark(0, now, rows.get(0).key().unit(), DeliveryKind.NOTICE),
                address,
                locale,
                Messages.text(locale, "quarantine.notice.subject", String.valueOf(rows.size())),
                text,
                List.of());
    }

    private static String line(Quarantined row, Locale locale) {
        String value = row.amount() == null ? "—" : Decimals.plain(row.amount());
        return Messages.text(
                locale,
                "quarantine.notice.line",
                String.valueOf(row.importId()),
                row.row() == 0 ? "—" : String.valueOf(row.row()),
                row.key().unit() + " " + row.key().measure(),
                row.key().period().code(),
                value);
    }
}
