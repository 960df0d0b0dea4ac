package org.kpisuite.domain.actual;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a fact tells of: what happened, what was planned outside a plan, what is expected. */
public enum Scenario {
    AC,
    PL,
    FC;

    /** The scenario of that code in any case; empty if there is none. */
    public static Optional<Scenario> of(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.name().equals(wanted)).findFirst();
    }
}
