package org.kpisuite.web.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Decimals;

/** Quantities as JSON strings, unrounded; versions as entity tags. */
final class Numbers {
    private Numbers() {}

    static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.plain(value);
    }

    static @Nullable String text(Optional<BigDecimal> value) {
        return value.map(Decimals::plain).orElse(null);
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version of {@code If-Match: "7"}; empty without the header. Refuses E-FIELD-VALUE for anything else. */
    static Optional<Long> version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(
                    ifMatch.replaceAll("^W/", "").replace("\"", "").strip()));
        } catch (NumberFormatException e) {
            throw new KpiException(Code.E_FIELD_VALUE, "If-Match", ifMatch, "\"1\"");
        }
    }
}
