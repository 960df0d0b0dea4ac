package org.kpisuite.domain.plan;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.CanonicalJson;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What a rule of the plan lint found.
 *
 * @param code such as L14
 * @param item key of the item that it is about; null where it is about the whole plan
 * @param field of the item, or of the plan, that would have to change, by its name in the API
 * @param message the sentence, its numbers as readers of either language see them
 */
public record Finding(
        String code, Severity severity, @Nullable String item, String field, LocalizedText message) {
    private static final int ID_LENGTH = 16;

    /**
     * What tells it from every other finding: 16 hex digits of what it says. Where a number in its sentence is another one, it is
     * another finding, and what was answered to the first one says nothing about it.
     */
    public String id() {
        String said = code + "\n" + Objects.requireNonNullElse(item, "") + "\n" + message.en();
        return CanonicalJson.sha256(said).substring(0, ID_LENGTH);
    }

    public String message(Locale locale) {
        return message.in(locale);
    }
}
