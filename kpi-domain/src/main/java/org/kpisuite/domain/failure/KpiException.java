package org.kpisuite.domain.failure;

import java.util.List;
import java.util.Locale;

/** A refused request: one code that names it, and every finding behind it. Rolls back what was begun. */
public final class KpiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;
    private final Code code;

    public KpiException(Code code, String... arguments) {
        this(List.of(Refusal.of(code, arguments)));
    }

    /** All findings of one request; the first names it. The list must not be empty. */
    public KpiException(List<Refusal> refusals) {
        super(refusals.get(0).code().text() + " " + refusals.get(0).arguments());
        this.refusals = List.copyOf(refusals);
        this.code = refusals.get(0).code();
    }

    public Code code() {
        return code;
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    /** The sentence of the first finding for a reader of that language. */
    public String message(Locale locale) {
        return refusals.get(0).message(locale);
    }
}
