package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.storage.TestDatabase;

/** Rows received on Monday 2026-10-05 can be decided until Monday 2026-11-02, twenty working days later. */
class QuarantineExpiryTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @TempDir
    private Path folder;

    private static List<Integer> expired(ImportFixture fixture, String at) throws Exception {
        return OwnTransaction.in(fixture.database(), connection -> new QuarantineExpiry(
                                connection, CompanyCalendar.STANDARD, WorkingDays.MONDAY_TO_FRIDAY, ZONE)
                        .run(Instant.parse(at), "nobody decided"))
                .stream()
                .map(Quarantined::row)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void openRows_areRejectedByTheSystem_whenTheirTimeIsOver(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        try (Connection connection = fixture.connection()) {
            PeriodRows rows = new PeriodRows(connection);
            PeriodSteps steps = new PeriodSteps(new PeriodBook(rows.all(), fixture.now(), ZONE));
            PeriodActor actor = new PeriodActor("chief", Set.of(PeriodOffice.values()), "TOKEN", fixture.now());
            rows.append(steps.close(Period.parse("2026-08"), actor, true));
        }
        fixture.lines("unit,measure,period,value", "SALES,LEADS,2026-08-30,5", "SALES,LEADS,2026-08-31,10");
        assertThat(expired(fixture, "2026-11-02T20:59:59Z")).isEmpty();
        assertThat(expired(fixture, "2026-11-02T21:00:00Z")).containsExactly(2, 3);
        assertThat(expired(fixture, "2026-11-03T21:00:00Z")).isEmpty();
        assertThat(fixture.rows("select state, decided_by, decided_reason from quarantine"))
                .containsOnly("REJECTED system nobody decided");
        assertThat(fixture.rows("select * from actual")).isEmpty();
    }
}
