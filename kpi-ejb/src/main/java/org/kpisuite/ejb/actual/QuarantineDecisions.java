package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Writes what was decided on rows of the quarantine: those that are let in become revisions of their facts, under the
 * import that brought them.
 */
final class QuarantineDecisions {
    private final Connection connection;
    private final QuarantineRows rows;
    private final ClosedPeriods periods;
    private final Instant now;

    QuarantineDecisions(Connection connection, QuarantineRows rows, ClosedPeriods periods, Instant now) {
        this.connection = connection;
        this.rows = rows;
        this.periods = periods;
        this.now = now;
    }

    /** Facts of one import that lie in one closed period: they are written together. */
    private record Group(long importId, boolean history, Optional<Period> closed) {}

    /** Stores them, and writes the facts of those that are let in. Refuses E-PERIOD-LOCKED for a period locked since. */
    void write(Collection<Quarantined> decided) throws SQLException {
        Map<Group, List<Quarantined>> groups = new LinkedHashMap<>();
        for (Quarantined row : decided) {
            if (row.state() != QuarantineState.REJECTED) {
                requireUnlocked(row.key());
            }
            rows.store(row);
            boolean history = row.state() == QuarantineState.HISTORY;
            if (history || row.state() == QuarantineState.ACCEPTED) {
                Optional<Period> closed =
                        history ? periods.book().closedAround(row.key().period()) : Optional.empty();
                groups.computeIfAbsent(new Group(row.importId(), history, closed), g -> new ArrayList<>())
                        .add(row);
            }
        }
        for (Map.Entry<Group, List<Quarantined>> group : groups.entrySet()) {
            apply(group.getKey(), group.getValue());
        }
    }

    private void requireUnlocked(Quarantined.Key key) {
        if (periods.state(key.unit(), key.measure(), key.period()) == PeriodState.LOCKED) {
            throw new KpiException(Code.E_PERIOD_LOCKED, key.period().code());
        }
    }

    private void apply(Group group, List<Quarantined> accepted) throws SQLException {
        try (Staging staging = Staging.on(connection)) {
            accepted.forEach(row -> staging.take(fact(row)));
            staging.finish();
            FactChanges changes = new FactChanges(connection, new Findings());
            SeriesNumbers.give(connection);
            staging.compare(false);
            FactChanges.Tally tally = changes.count();
            if (group.history) {
                changes.write(group.importId, now, tally, staging);
                // A period that was opened again has reported nothing that could stay.
                if (group.closed.isPresent()) {
                    DayRange days = group.closed.get().days();
                    new ReportedFacts(connection).pin(days, now);
                }
            } else {
                changes.apply(group.importId, now, tally, staging);
            }
        }
    }

    private static FactRow fact(Quarantined row) {
        Quarantined.Key key = row.key();
        return new FactRow(
                row.row(),
                key.unit(),
                key.measure(),
                key.dims(),
                key.dimKeys(),
                key.period(),
                key.scenario(),
                key.source(),
                row.amount(),
                row.asOf(),
                row.effectiveReason().orElse(null));
    }
}
