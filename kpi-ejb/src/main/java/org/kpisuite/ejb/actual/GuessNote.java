package org.kpisuite.ejb.actual;

import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;

/**
 * Why a proposed profile says what it says, or what a person should look at before it is kept.
 *
 * @param field path in the document that this is about; empty for the whole
 * @param key of the sentence
 */
public record GuessNote(String field, String key, List<String> arguments) {
    public GuessNote {
        arguments = List.copyOf(arguments);
    }

    static GuessNote of(String field, String key, String... arguments) {
        return new GuessNote(field, "guess." + key, List.of(arguments));
    }

    public String message(Locale locale) {
        return Messages.text(locale, key, arguments.toArray());
    }
}
