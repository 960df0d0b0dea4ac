package org.kpisuite.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Choices;

/** What the address of a page chooses of a scorecard, beside its unit and period; each may be missing. */
record Chosen(
        @Nullable String asOf,
        @Nullable String comparison,
        @Nullable String organisation) {

    /** Refuses E-FIELD-VALUE for what cannot be chosen. */
    Choices choices() {
        return Choices.of(organisation, comparison, null);
    }

    /** Refuses E-FIELD-VALUE for what is no point in time. */
    Optional<Instant> at(ZoneId zone) {
        return PointInTime.of(asOf, zone);
    }

    /** An address that has a query already, with these choices in it. */
    String in(String address) {
        return address
                + parameter("asOf", asOf)
                + parameter("comparison", comparison)
                + parameter("organisation", organisation);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null || value.isBlank()
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Chosen asOf(Instant at) {
        return new Chosen(at.toString(), comparison, organisation);
    }
}
