package org.kpisuite.ejb.scorecard;

import java.time.Instant;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * Which scorecard is wanted.
 *
 * @param asOf what was recorded before it counts
 * @param shown ISO 4217 of the currency in which money is shown; empty for that of each line
 */
public record ScorecardQuery(
        String unit, Period period, Instant asOf, Organisation organisation, Optional<String> shown) {
    /** As it is printed: as reported, money in its own currency. */
    public ScorecardQuery(String unit, Period period, Instant asOf) {
        this(unit, period, asOf, Organisation.AS_REPORTED, Optional.empty());
    }

    /** By which tree the figures of the units below are taken together. */
    public enum Organisation {
        /** Each day by its own. */
        AS_REPORTED,
        /** All days by that of the last one. */
        RESTATED
    }

    /** The same of another unit. */
    ScorecardQuery of(String other) {
        return new ScorecardQuery(other, period, asOf, organisation, shown);
    }
}
