package org.kpisuite.domain.delivery;

/**
 * Why a mail did not go out.
 *
 * @param words the server's own, or what went wrong before it was asked
 * @param retryable whether trying again later may help: a busy server yes, an address it does not know no
 */
public record SendFailure(String words, boolean retryable) {
    public static final int WORDS_LENGTH_MAX = 1000;

    public SendFailure {
        words = cut(words);
    }

    static String cut(String text) {
        return text.length() <= WORDS_LENGTH_MAX ? text : text.substring(0, WORDS_LENGTH_MAX - 1) + "…";
    }
}
