package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** Which values go out as a file: of the units asked for alone, as known at an instant, each once. */
class StoredFactsTest {
    private static final String HEADER = "unit;measure;period;value;dim.channel;reason";
    private static final DayRange QUARTER = new DayRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    @TempDir
    private Path folder;

    private static List<String> told(
            Connection connection,
            List<String> units,
            List<String> measures,
            @Nullable Map<String, String> dims,
            Instant asOf)
            throws SQLException {
        List<String> told = new ArrayList<>();
        new StoredFacts(connection, CompanyCalendar.STANDARD)
                .each(
                        new StoredFacts.Selection(units, measures, QUARTER, dims, asOf),
                        f -> told.add(f.unit() + " " + f.measure() + " " + f.dims() + " " + f.period() + " "
                                + Decimals.plain(f.value())));
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void onlyUnitsAskedFor_latestRevisionOfTheInstant_nothingDeleted(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "COMPANY", "MARKETING", "SALES");
        Instant first = facts.file(
                HEADER,
                "MARKETING;LEADS;2026-07;20;;",
                "MARKETING;LEADS;2026-08;21;social;",
                "MARKETING;NEW_CUSTOMERS;2026-08;5;;",
                "MARKETING;LEADS;2026-10;9;;",
                "SALES;LEADS;2026-07;7;;");
        Instant now = facts.file(HEADER, "MARKETING;LEADS;2026-07;25;;recount");
        try (Connection connection = facts.connection()) {
            List<String> marketing = List.of("MARKETING");
            assertThat(told(connection, marketing, List.of(), null, now))
                    .containsExactly(
                            "MARKETING LEADS  2026-07 25",
                            "MARKETING LEADS channel=social 2026-08 21",
                            "MARKETING NEW_CUSTOMERS  2026-08 5");
            assertThat(told(connection, marketing, List.of("LEADS"), Map.of(), first))
                    .containsExactly("MARKETING LEADS  2026-07 20");
            assertThat(told(connection, marketing, List.of(), Map.of("channel", "social"), now))
                    .containsExactly("MARKETING LEADS channel=social 2026-08 21");
            assertThat(told(connection, List.of("COMPANY"), List.of(), null, now))
                    .isEmpty();
        }
    }
}
