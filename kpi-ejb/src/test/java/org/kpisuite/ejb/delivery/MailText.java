package org.kpisuite.ejb.delivery;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A mail as its reader gets it. */
final class MailText {
    private MailText() {}

    static String of(MimeMessage mail) throws MessagingException, IOException {
        return (String) parts(mail).get(0).getContent();
    }

    static List<BodyPart> attachments(MimeMessage mail) throws MessagingException, IOException {
        List<BodyPart> parts = parts(mail);
        return parts.subList(1, parts.size());
    }

    private static List<BodyPart> parts(MimeMessage mail) throws MessagingException, IOException {
        MimeMultipart content = (MimeMultipart) mail.getContent();
        List<BodyPart> parts = new ArrayList<>();
        for (int i = 0; i < content.getCount(); i++) {
            parts.add(content.getBodyPart(i));
        }
        return parts;
    }
}
