package org.kpisuite.web.api;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Choices;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Organisation;

/** What a request for a scorecard may choose: {@code asOf}, {@code organisation}, {@code comparison}, {@code currency}. */
public class ScorecardChoices {
    @QueryParam("asOf")
    @Nullable
    String asOf;

    @QueryParam("organisation")
    @Nullable
    String organisation;

    @QueryParam("comparison")
    @Nullable
    String comparison;

    @QueryParam("currency")
    @Nullable
    String currency;

    Optional<String> at() {
        return Optional.ofNullable(asOf);
    }

    /** Refuses E-FIELD-VALUE for what cannot be chosen. */
    Choices choices() {
        return choices(organisation, comparison, currency);
    }

    /** The choices of an address, none of which need be there. */
    public static Choices choices(
            @Nullable String organisation, @Nullable String comparison, @Nullable String currency) {
        return new Choices(
                given(organisation).map(ScorecardChoices::organisation).orElse(Organisation.AS_REPORTED),
                given(comparison).map(ScorecardChoices::comparison),
                given(currency));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    private static Organisation organisation(String given) {
        return switch (given) {
            case "reported" -> Organisation.AS_REPORTED;
            case "restated" -> Organisation.RESTATED;
            default -> throw new KpiException(Code.E_FIELD_VALUE, "organisation", given, "reported, restated");
        };
    }

    private static Comparisons comparison(String given) {
        return Comparisons.named(given)
                .orElseThrow(() -> new KpiException(Code.E_FIELD_VALUE, "comparison", given, Comparisons.NAMES));
    }
}
