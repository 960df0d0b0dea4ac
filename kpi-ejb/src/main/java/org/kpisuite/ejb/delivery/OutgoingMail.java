package org.kpisuite.ejb.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.EmailAddress;

/**
 * One mail to one recipient, complete.
 *
 * @param mark what it is about
 * @param text plain, lines parted by {@code \n}
 */
record OutgoingMail(
        Mark mark, EmailAddress to, Locale locale, String subject, String text, List<MailFile> attachments) {

    /** Of which run and kind a mail is: with the recipient, the key under which it is sent once. */
    record Mark(long scheduleId, Instant asOf, String unit, DeliveryKind kind) {}

    OutgoingMail {
        attachments = List.copyOf(attachments);
    }
}
