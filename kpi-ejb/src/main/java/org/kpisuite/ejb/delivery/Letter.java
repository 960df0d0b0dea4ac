package org.kpisuite.ejb.delivery;

import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.delivery.Delivery;

/** What all recipients of one language get: the same words and the same files. */
record Letter(Locale locale, String subject, String text, List<MailFile> files, boolean filesAttached) {

    Letter {
        files = List.copyOf(files);
    }

    /** The mail to one recipient. */
    OutgoingMail to(Delivery delivery) {
        OutgoingMail.Mark mark =
                new OutgoingMail.Mark(delivery.scheduleId(), delivery.asOf(), delivery.unit(), delivery.kind());
        return new OutgoingMail(mark, delivery.recipient(), locale, subject, text, filesAttached ? files : List.of());
    }
}
