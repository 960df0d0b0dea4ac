package org.kpisuite.ejb.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.ScorecardReader;

/** Scorecards of the facts and plans that are stored. */
@ApplicationScoped
class StoredScorecards implements ScorecardSource {
    private ScorecardReader reader;

    protected StoredScorecards() {}

    @Inject
    StoredScorecards(ScorecardReader reader) {
        this.reader = reader;
    }

    @Override
    public Scorecard read(String unit, Period period, Instant asOf) {
        return reader.report(new ScorecardQuery(unit, period, asOf));
    }
}
