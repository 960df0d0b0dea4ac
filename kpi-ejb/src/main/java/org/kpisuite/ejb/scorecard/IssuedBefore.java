package org.kpisuite.ejb.scorecard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.ejb.actual.Sql;

/**
 * The report of the same unit, period and choices that was issued last before the instant of another one. What was issued
 * later does not count, so that a report that is made again finds the same one.
 */
final class IssuedBefore {
    private static final String READ = """
            select max(as_of) as as_of
            from issued_report
            where unit_code = ?
            and period = ?
            and coalesce(organisation, '') = ?
            and coalesce(comparison, '') = ?
            and coalesce(currency, '') = ?
            and as_of < ?
            and issued_at < ?
            """;

    private final Connection connection;

    IssuedBefore(Connection connection) {
        this.connection = connection;
    }

    /** Its as-of instant. */
    Optional<Instant> asOf(ScorecardQuery query) throws SQLException {
        ScorecardQuery.Choices choices = query.choices();
        return Sql.query(
                        connection,
                        READ,
                        row -> Optional.ofNullable(Sql.instant(row, "as_of")),
                        query.unit(),
                        query.period().key(),
                        query.isReported() ? "" : "restated",
                        choices.comparisons().map(Comparisons::name).orElse(""),
                        choices.shown().orElse(""),
                        query.asOf(),
                        query.asOf())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
