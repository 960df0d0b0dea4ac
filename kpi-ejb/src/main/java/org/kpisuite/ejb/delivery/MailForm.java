package org.kpisuite.ejb.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Pattern;
import org.kpisuite.domain.quantity.CanonicalJson;

/** Puts a mail into its form on the wire (RFC 5322, MIME). */
final class MailForm {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int ID_LENGTH = 32;

    private final InternetAddress from;
    private final Clock clock;

    /**
     * Mails of one sender.
     *
     * @param from {@code kpi@example.ru} or {@code KPI Suite <kpi@example.ru>}
     * @throws IllegalStateException if this is no address, with the name of the setting
     */
    MailForm(String from, Clock clock) {
        try {
            InternetAddress parsed = new InternetAddress(from, true);
            this.from = new InternetAddress(parsed.getAddress(), parsed.getPersonal(), UTF_8);
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("KPI_MAIL_FROM is not an address: " + from, e);
        }
        this.clock = clock;
    }

    /** The sender's bare address, for the envelope. */
    String sender() {
        return from.getAddress();
    }

    /**
     * The id of a mail, without angle brackets: the same for each try, so that a server or a reader that gets it twice
     * can tell.
     */
    String messageId(OutgoingMail mail) {
        OutgoingMail.Mark mark = mail.mark();
        String key = mark.scheduleId() + "|" + mark.asOf() + "|" + mail.to() + "|" + mark.kind();
        String address = from.getAddress();
        return CanonicalJson.sha256(key).substring(0, ID_LENGTH) + address.substring(address.lastIndexOf('@'));
    }

    Letter write(OutgoingMail mail, Session session) throws MessagingException {
        Letter letter = new Letter(session, messageId(mail));
        letter.setFrom(from);
        letter.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().text(), true));
        letter.setSubject(oneLine(mail.subject()), UTF_8);
        letter.setSentDate(Date.from(clock.instant()));
        letter.setContentLanguage(new String[] {mail.locale().getLanguage()});
        // RFC 3834: no holiday notes, please.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setContent(content(mail));
        letter.saveChanges();
        return letter;
    }

    /** Nothing that came from elsewhere may begin a header of its own. */
    private static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        parts.addBodyPart(text);
        for (MailFile attachment : mail.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    attachment.content(), attachment.format().mediaType())));
            part.setFileName(attachment.name());
            part.setDisposition(Part.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** A message that keeps its id, and knows whether it was wholly handed over. */
    static final class Letter extends MimeMessage {
        private final String id;
        private boolean handedOver;

        private Letter(Session session, String id) {
            super(session);
            this.id = id;
        }

        String id() {
            return id;
        }

        /** Whether its last byte was written; from then on only the other side knows what becomes of it. */
        boolean isHandedOver() {
            return handedOver;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }

        @Override
        public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
            super.writeTo(out, ignoredHeaders);
            handedOver = true;
        }
    }
}
