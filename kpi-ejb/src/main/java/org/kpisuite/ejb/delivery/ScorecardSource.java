package org.kpisuite.ejb.delivery;

import java.time.Instant;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Scorecard;

/** Where the figures of a run come from: the scorecard as it was known at an instant. */
interface ScorecardSource {
    Scorecard read(String unit, Period period, Instant asOf);
}
