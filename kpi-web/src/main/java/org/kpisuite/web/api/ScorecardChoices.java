package org.kpisuite.web.api;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Choices;

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
        return Choices.of(organisation, comparison, currency);
    }
}
