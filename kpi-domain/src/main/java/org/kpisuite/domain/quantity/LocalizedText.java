package org.kpisuite.domain.quantity;

import java.util.Locale;
import org.kpisuite.domain.failure.Messages;

/** A name or sentence in both languages of the product. */
public record LocalizedText(String en, String ru) {
    public LocalizedText {
        en = en.strip();
        ru = ru.strip();
    }

    public String in(Locale locale) {
        return Messages.supported(locale).equals(Messages.RU) ? ru : en;
    }
}
