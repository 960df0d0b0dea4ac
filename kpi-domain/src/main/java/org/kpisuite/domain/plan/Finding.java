package org.kpisuite.domain.plan;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Severity;

/**
 * What a rule of the plan lint found.
 *
 * @param code such as L14
 * @param item key of the item it is about; null where it is about the whole plan
 */
public record Finding(
        String code, Severity severity, @Nullable String item, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public String message(Locale locale) {
        return Messages.text(locale, code, arguments.toArray());
    }
}
