package org.kpisuite.domain.delivery;

/**
 * Why a mail did not go out.
 *
 * @param answer the server's, or what went wrong before it was asked
 * @param retryable whether trying again later may help: a busy server yes, an address it does not know no
 */
public record SendFailure(Answer answer, boolean retryable) {
    public SendFailure(String words, boolean retryable) {
        this(Answer.said(words), retryable);
    }
}
