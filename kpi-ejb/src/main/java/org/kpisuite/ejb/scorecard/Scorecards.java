package org.kpisuite.ejb.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.access.Caller;

/** Scorecards of the units whose figures the caller may read. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Scorecards {
    @Inject
    private ScorecardReader reader;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /**
     * The scorecard of a unit and a period, as known at an instant; now without one.
     *
     * <p>Refuses E-NOT-FOUND for a unit that the caller may not read.
     */
    public Scorecard of(String unit, Period period, Optional<Instant> asOf) {
        caller.requireReadable(unit);
        return reader.read(unit, period, asOf.orElseGet(clock::instant));
    }

    /** The scorecard by other choices than the usual ones. Refuses E-NOT-FOUND as above. */
    public Scorecard of(String unit, Period period, Optional<Instant> asOf, ScorecardQuery.Choices choices) {
        caller.requireReadable(unit);
        return reader.read(new ScorecardQuery(unit, period, asOf.orElseGet(clock::instant), choices));
    }

    /**
     * The same as it is printed: with its lines across weeks and months, and those departments below that the caller may read.
     * Refuses E-NOT-FOUND as above.
     */
    public Scorecard report(String unit, Period period, Optional<Instant> asOf, ScorecardQuery.Choices choices) {
        caller.requireReadable(unit);
        return reader.report(new ScorecardQuery(unit, period, asOf.orElseGet(clock::instant), choices))
                .showing(caller.readableUnits());
    }
}
