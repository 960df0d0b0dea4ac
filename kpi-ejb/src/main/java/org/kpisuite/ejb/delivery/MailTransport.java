package org.kpisuite.ejb.delivery;

/** The way out for a mail. */
interface MailTransport {

    /** Tries once. Every failure is an outcome, so that it can be written down. */
    SendOutcome send(OutgoingMail mail);
}
