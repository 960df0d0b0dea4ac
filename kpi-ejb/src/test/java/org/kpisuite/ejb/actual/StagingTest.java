package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Decimals;
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

    /** What is copied in binary must read as what was given. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsStaged_readsAsItWasGiven(TestDatabase database) throws Exception {
        List<BigDecimal> values = Stream.of(
                        "0",
                        "-0.0000000001",
                        "1E+17",
                        "10000",
                        "9999.9999",
                        "123456789012345678.0123456789",
                        "-123456789012345678.0123456789",
                        "0.5",
                        "70000.00")
                .map(BigDecimal::new)
                .toList();
        try (Connection connection = database.migrated().getConnection()) {
            connection.setAutoCommit(false);
            Instant asOf = Instant.parse("1999-12-31T23:59:59.999999Z");
            try (Staging staging = Staging.on(connection)) {
                for (int i = 0; i < values.size(); i++) {
                    Period day = Period.day(LocalDate.of(1999, 12, 28).plusDays(i));
                    staging.take(new FactRow(
                            i + 2,
                            "MKT",
                            "LEADS",
                            "campaign=Осень \t2026",
                            "campaign",
                            day,
                            Scenario.AC,
                            "MANUAL",
                            values.get(i),
                            asOf,
                            i % 2 == 0 ? "причина\n\"две\" строки \\N" : null));
                }
                staging.finish();
                staging.compare(true);
                List<String> read = Sql.query(
                        connection,
                        "select * from import_change order by seq",
                        row -> row.getString("unit")
                                + '|'
                                + row.getString("dims")
                                + '|'
                                + Sql.day(row, "period_start")
                                + '|'
                                + Decimals.plain(row.getBigDecimal("amount"))
                                + '|'
                                + Sql.instant(row, "as_of")
                                + '|'
                                + row.getString("reason"));
                List<String> given = IntStream.range(0, values.size())
                        .mapToObj(i -> "MKT|campaign=Осень \t2026|"
                                + LocalDate.of(1999, 12, 28).plusDays(i) + '|'
                                + Decimals.plain(values.get(i)) + '|' + asOf + '|'
                                + (i % 2 == 0 ? "причина\n\"две\" строки \\N" : "null"))
                        .toList();
                assertThat(read).isEqualTo(given);
            }
            connection.rollback();
        }
    }
}
