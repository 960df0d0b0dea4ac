package org.kpisuite.reports.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.kpisuite.domain.scorecard.Scorecard;

/** Writes a scorecard as JSON. Nulls stand: that there is no value is said, not left out. */
public final class ScorecardJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ScorecardJson() {}

    public static String of(Scorecard scorecard) {
        try {
            return MAPPER.writeValueAsString(ScorecardView.of(scorecard));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
