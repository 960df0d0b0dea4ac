package org.kpisuite.ejb.delivery;

import org.kpisuite.domain.delivery.SendFailure;

/** What became of one try to send a mail. */
sealed interface SendOutcome {

    /** The other side took it over. */
    record Accepted(String messageId, String answer) implements SendOutcome {}

    /** The other side certainly did not take it over. */
    record Refused(SendFailure failure) implements SendOutcome {}

    /** Nobody could be asked; the next mail of the same run would find the same. */
    record Unreachable(String words) implements SendOutcome {}

    /** It was handed over, and the answer never came. */
    record AnswerLost(String words) implements SendOutcome {}
}
