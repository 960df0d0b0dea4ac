package org.kpisuite.domain.delivery;

import java.util.Locale;
import java.util.Optional;

/**
 * What is known of how a mail fared: what the server said, in its own words, or why the house did not send it.
 *
 * @param words of the server, or of what lies between; empty where there is a reason
 */
public record Answer(String words, Optional<Reason> reason) {
    public static final int WORDS_LENGTH_MAX = 1000;

    public Answer {
        words = words.length() <= WORDS_LENGTH_MAX ? words : words.substring(0, WORDS_LENGTH_MAX - 1) + "…";
    }

    public static Answer said(String words) {
        return new Answer(words, Optional.empty());
    }

    public static Answer because(Reason reason) {
        return new Answer("", Optional.of(reason));
    }

    public String text(Locale locale) {
        return reason.map(r -> r.text(locale)).orElse(words);
    }
}
