package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.ejb.storage.TestDatabase;

class StagingTest {
    /** An import that was cancelled while its rows were copied would never have ended on PostgreSQL. */
    @ParameterizedTest
    @EnumSource
    void abandonedStaging_letsGoOfItsConnection(TestDatabase database) {
        FactRow fact = new FactRow(
                2,
                "SALES",
                "LEADS",
                "",
                "",
                Period.parse("2026-09"),
                Scenario.AC,
                "MANUAL",
                BigDecimal.ONE,
                Instant.EPOCH,
                null);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try (Connection connection = database.migrated().getConnection()) {
                connection.setAutoCommit(false);
                try (Staging staging = Staging.on(connection)) {
                    staging.take(fact);
                }
                connection.rollback();
                assertThat(Sql.query(connection, "select count(*) from actual", row -> row.getInt(1)))
                        .containsExactly(0);
            }
        });
    }
}
