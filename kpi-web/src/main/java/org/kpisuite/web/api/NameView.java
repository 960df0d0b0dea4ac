package org.kpisuite.web.api;

import org.kpisuite.domain.quantity.LocalizedText;

/** A name or sentence in both languages. */
public record NameView(String en, String ru) {
    static NameView of(LocalizedText text) {
        return new NameView(text.en(), text.ru());
    }
}
