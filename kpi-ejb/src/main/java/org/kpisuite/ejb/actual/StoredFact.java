package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.time.Instant;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;

/** One stored value with where it came from, for people who ask what lies behind a number. */
public record StoredFact(
        String unit,
        String measure,
        String dims,
        Period period,
        Scenario scenario,
        String source,
        BigDecimal value,
        Instant asOf,
        int revision,
        Instant recordedAt,
        long importId,
        int row) {

    /** What a value says something about, whoever says it. */
    public record Key(String unit, String measure, String dims, Period period, Scenario scenario) {}

    public Key key() {
        return new Key(unit, measure, dims, period, scenario);
    }
}
