package org.kpisuite.ejb.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * Mails as files, where no mail server is set: one {@code .eml} for each, named by as-of, unit, recipient and schedule.
 *
 * <p>A file appears whole or not at all.
 */
final class OutboxTransport implements MailTransport {
    private static final int RECIPIENT_LENGTH_MAX = 100;
    private static final int HASH_LENGTH = 8;

    private final Path folder;
    private final MailForm form;
    private final Session session = Session.getInstance(new Properties());

    OutboxTransport(Path folder, MailForm form) {
        this.folder = folder;
        this.form = form;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        Path file = folder.resolve(fileName(mail));
        try {
            MailForm.Letter letter = form.write(mail, session);
            write(letter, file);
            return new SendOutcome.Accepted(letter.id(), file.getFileName().toString());
        } catch (MessagingException e) {
            return new SendOutcome.Refused(new SendFailure(e.toString(), false));
        } catch (IOException e) {
            return new SendOutcome.Unreachable(e.toString());
        }
    }

    private void write(MailForm.Letter letter, Path file) throws IOException, MessagingException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "mail", ".unfinished");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                letter.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String fileName(OutgoingMail mail) {
        OutgoingMail.Mark mark = mail.mark();
        String notice = mark.kind() == DeliveryKind.NOTICE ? "_notice" : "";
        return mark.asOf().toString().replace(":", "") + "_" + safe(mark.unit()) + "_"
                + safe(mail.to().text()) + "_" + mark.scheduleId() + notice + ".eml";
    }

    /** An address may hold what a file name may not; where that is left out, a hash keeps the names apart. */
    private static String safe(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9@._+-]", "_");
        if (safe.equals(text) && safe.length() <= RECIPIENT_LENGTH_MAX) {
            return safe;
        }
        String start = safe.substring(0, Math.min(safe.length(), RECIPIENT_LENGTH_MAX));
        return start + "-" + CanonicalJson.sha256(text).substring(0, HASH_LENGTH);
    }
}
