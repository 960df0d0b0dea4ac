package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.time.Instant;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.reports.workbook.FactLine;

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

    /** The same as a row of a sheet, with the currency of its money; empty for all else. */
    public FactLine line(String currency) {
        return new FactLine(
                unit,
                measure,
                dims,
                period,
                scenario,
                value,
                currency,
                source,
                asOf,
                revision,
                recordedAt,
                importId,
                row);
    }

    public Key key() {
        return new Key(unit, measure, dims, period, scenario);
    }
}
