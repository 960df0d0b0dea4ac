package org.kpisuite.ejb.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.kpisuite.domain.delivery.SendFailure;

/**
 * Mails by SMTP, a connection for each, encrypted where the server offers it.
 *
 * <p>Until the last byte is handed over a broken connection is a failure, for no server delivers half a mail; after
 * that, only a reply code is.
 */
final class SmtpTransport implements MailTransport {
    private static final Logger LOG = Logger.getLogger(SmtpTransport.class.getName());
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int NO_REPLY = -1;
    private static final int REPLY_TRANSIENT = 400;
    private static final int REPLY_PERMANENT = 500;

    private final SmtpServer server;
    private final MailForm form;
    private final Session session;

    SmtpTransport(SmtpServer server, MailForm form) {
        this(server, form, ANSWER_MAX);
    }

    SmtpTransport(SmtpServer server, MailForm form, Duration answerMax) {
        this.server = server;
        this.form = form;
        this.session = Session.getInstance(properties(answerMax));
    }

    private String protocol() {
        return server.tls() ? "smtps" : "smtp";
    }

    private Properties properties(Duration answerMax) {
        String prefix = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(CONNECT_MAX.toMillis()));
        properties.setProperty(prefix + "timeout", String.valueOf(answerMax.toMillis()));
        properties.setProperty(prefix + "writetimeout", String.valueOf(answerMax.toMillis()));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(
                prefix + "auth", String.valueOf(server.credentials().isPresent()));
        properties.setProperty(prefix + "from", form.sender());
        return properties;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        MailForm.Letter letter;
        try {
            letter = form.write(mail, session);
        } catch (MessagingException e) {
            return new SendOutcome.Refused(new SendFailure(words(e), false));
        }
        SMTPTransport connection =
                new SMTPTransport(session, new URLName(protocol(), server.host(), server.port(), null, null, null));
        try {
            connect(connection);
        } catch (MessagingException e) {
            close(connection);
            return new SendOutcome.Unreachable(words(e));
        }
        try {
            connection.sendMessage(letter, letter.getAllRecipients());
            return new SendOutcome.Accepted(
                    letter.id(), connection.getLastServerResponse().strip());
        } catch (MessagingException e) {
            return outcome(e, letter.isHandedOver());
        } finally {
            close(connection);
        }
    }

    private void connect(SMTPTransport connection) throws MessagingException {
        String user = server.credentials().map(SmtpServer.Credentials::user).orElse(null);
        String password =
                server.credentials().map(SmtpServer.Credentials::password).orElse(null);
        connection.connect(server.host(), server.port(), user, password);
    }

    private static SendOutcome outcome(MessagingException failure, boolean handedOver) {
        int reply = reply(failure);
        if (reply < REPLY_TRANSIENT && handedOver) {
            return new SendOutcome.AnswerLost(words(failure));
        }
        return new SendOutcome.Refused(new SendFailure(words(failure), reply < REPLY_PERMANENT));
    }

    /** The server's reply code, the one about the recipient first; {@link #NO_REPLY} where it gave none. */
    private static int reply(MessagingException failure) {
        int reply = NO_REPLY;
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException send) {
                reply = send.getReturnCode();
            } else if (e instanceof SMTPSenderFailedException sender) {
                reply = sender.getReturnCode();
            }
        }
        return reply;
    }

    private static Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** What went wrong, outermost first, on one line. */
    private static String words(MessagingException failure) {
        StringBuilder words = new StringBuilder();
        for (Exception e = failure; e != null; e = next(e)) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            String line = message.replaceAll("\\s+", " ").strip();
            if (words.indexOf(line) < 0) {
                words.append(words.isEmpty() ? "" : "; ").append(line);
            }
        }
        return words.toString();
    }

    private void close(SMTPTransport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // The mail has its outcome already; a server that does not say goodbye does not change it.
            LOG.log(Level.FINE, e, () -> "closing the connection to " + server.host());
        }
    }
}
