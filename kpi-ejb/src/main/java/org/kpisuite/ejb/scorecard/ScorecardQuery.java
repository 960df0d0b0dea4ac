package org.kpisuite.ejb.scorecard;

import java.time.Instant;
import org.kpisuite.domain.calendar.Period;

/**
 * Which scorecard is wanted.
 *
 * @param asOf what was recorded before it counts
 */
public record ScorecardQuery(String unit, Period period, Instant asOf, Organisation organisation) {
    /** By which tree the figures of the units below are taken together. */
    public enum Organisation {
        /** Each day by its own. */
        AS_REPORTED,
        /** All days by that of the last one. */
        RESTATED
    }
}
