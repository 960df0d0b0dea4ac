package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.feed.FeedGrounds.Slice;
import org.kpisuite.ejb.storage.TestDatabase;

/** Which periods came, from whom and with which import, the same on both databases. */
class CoverageReaderTest {
    private static final DayRange QUARTER = new DayRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    @TempDir
    private Path folder;

    private static List<String> read(ImportFixture fixture, List<String> units) throws Exception {
        try (Connection connection = fixture.connection()) {
            return new CoverageReader(connection, CompanyCalendar.STANDARD)
                    .of(units, QUARTER).stream()
                            .map(c -> "%s %s %s %s, latest %s, import %d at %s"
                                    .formatted(
                                            c.unit(),
                                            c.measure(),
                                            c.source(),
                                            c.starts().stream().sorted().toList(),
                                            c.latest().code(),
                                            c.importId(),
                                            c.receivedAt()))
                            .sorted()
                            .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void periodsComeOnce_bySource_withTheImportThatBroughtTheLatest(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                "unit;measure;period;value;dim.channel;source;scenario",
                "SALES;LEADS;2026-07-01;10;ads;CRM;",
                "SALES;LEADS;2026-07-01;20;mail;CRM;",
                "SALES;LEADS;2026-07-31;20;ads;CRM;",
                "SALES;LEADS;2026-07-15;20;;MANUAL;",
                "SALES;LEADS;2026-08-15;20;;CRM;PL",
                "SALES;BUYERS;2026-08;20;;CRM;",
                "SALES;BUYERS;2026-06;20;;CRM;",
                "SALES;ORDERS;2026-06;20;;CRM;",
                "MARKETING;LEADS;2026-W36;70;;CRM;");
        fixture.lines(
                "unit;measure;period;value;dim.channel;source",
                "SALES;LEADS;2026-07-31;3;mail;CRM",
                "SALES;LEADS;2026-07-01;30;mail;CRM");
        assertThat(read(fixture, List.of("SALES")))
                .containsExactly(
                        "SALES BUYERS CRM [2026-06-01, 2026-08-01], latest 2026-08, import 1 at 2026-10-05T12:01:00Z",
                        "SALES LEADS CRM [2026-07-01, 2026-07-31], latest 2026-07-31, import 2 at 2026-10-05T12:02:00Z",
                        "SALES LEADS MANUAL [2026-07-15], latest 2026-07-15, import 1 at 2026-10-05T12:01:00Z");
        assertThat(read(fixture, List.of("SALES", "MARKETING")))
                .hasSize(4)
                .anyMatch(c -> c.startsWith("MARKETING LEADS CRM [2026-08-31], latest 2026-W36"));
        assertThat(read(fixture, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deletedDay_isNotIn(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                "unit;measure;period;value",
                "SALES;LEADS;2026-07-01;10",
                "SALES;LEADS;2026-07-02;10",
                "SALES;BUYERS;2026-07;5");
        fixture.lines(
                "op;unit;measure;period;value;reason",
                "DELETE;SALES;LEADS;2026-07-02;;mistaken",
                "DELETE;SALES;BUYERS;2026-07;;mistaken");
        assertThat(read(fixture, List.of("SALES")))
                .containsExactly(
                        "SALES LEADS MANUAL [2026-07-01], latest 2026-07-01, import 1 at 2026-10-05T12:01:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void slicesThatEverCame_areFound(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines("unit;measure;period;value;dim.channel", "SALES;LEADS;2024-07-01;10;ads");
        try (Connection connection = fixture.connection()) {
            CoverageReader reader = new CoverageReader(connection, CompanyCalendar.STANDARD);
            assertThat(reader.slices(List.of("SALES", "MARKETING"), List.of("channel=ads", "channel=mail")))
                    .containsExactly(new Slice("SALES", "LEADS", "channel=ads"));
        }
    }
}
