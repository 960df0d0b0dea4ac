package org.kpisuite.ejb.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kpisuite.ejb.settings.Settings;

/** The way out that the settings name: a mail server, or the outbox folder. */
@ApplicationScoped
class Mailroom implements MailTransport {
    private MailTransport transport;

    protected Mailroom() {}

    @Inject
    Mailroom(Settings settings, Clock clock) {
        MailForm form = new MailForm(settings.mailFrom(), clock);
        transport = settings.smtpUrl()
                .<MailTransport>map(url -> new SmtpTransport(SmtpServer.parse(url), form))
                .orElseGet(() -> new OutboxTransport(settings.outbox(), form));
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        return transport.send(mail);
    }
}
