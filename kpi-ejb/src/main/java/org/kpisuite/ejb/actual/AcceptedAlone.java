package org.kpisuite.ejb.actual;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodBook;

/**
 * What one person has let into closed periods without a second: many light rows, one by one, weigh as much as all of them
 * at once. Source: domain specification §8.7.
 */
final class AcceptedAlone {
    /** A week lies where its Thursday lies, so it may begin that much earlier than its period. */
    private static final int DAYS_BEFORE = 3;

    private final QuarantineRows rows;
    private final PeriodBook book;

    AcceptedAlone(QuarantineRows rows, PeriodBook book) {
        this.rows = rows;
        this.book = book;
    }

    /** The values as they were before all that the person has accepted alone in the closed periods of those rows. */
    FactOverlay undone(Collection<Quarantined> decided, String person) throws SQLException {
        Set<Period> closed = decided.stream()
                .map(row -> book.closedAround(row.key().period()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        List<FactOverlay.Value> values = new ArrayList<>();
        for (Period period : closed.stream().sorted(Comparator.naturalOrder()).toList()) {
            DayRange days = new DayRange(period.start().minusDays(DAYS_BEFORE), period.endInclusive());
            rows.acceptedAlone(person, days).stream()
                    .filter(row -> book.closedAround(row.key().period())
                            .filter(period::equals)
                            .isPresent())
                    .map(row -> FactOverlay.value(row.key(), row.stored()))
                    .forEach(values::add);
        }
        return new FactOverlay(values);
    }
}
