package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.storage.TestDatabase;

class ClosedPeriodsTest {
    private static final String HEADER = "unit,measure,period,value";
    private static final Period AUGUST = Period.parse("2026-08");
    private static final Period QUARTER = Period.parse("2026-Q3");

    @TempDir
    private Path folder;

    private static PeriodActor actor(String login, Instant now) {
        return new PeriodActor(login, Set.of(PeriodOffice.values()), "TOKEN", now);
    }

    private static void act(ImportFixture fixture, Function<PeriodSteps, List<PeriodTransition>> step)
            throws SQLException {
        try (Connection connection = fixture.connection()) {
            PeriodRows rows = new PeriodRows(connection);
            rows.append(
                    step.apply(new PeriodSteps(new PeriodBook(rows.all(), fixture.now(), ZoneId.of("Europe/Moscow")))));
        }
    }

    private static void close(ImportFixture fixture, Period period) throws SQLException {
        act(fixture, s -> s.close(period, actor("anna", fixture.now()), true));
    }

    private static void lock(ImportFixture fixture, Period period) throws SQLException {
        act(fixture, s -> s.lock(period, actor("chief", fixture.now())));
    }

    private static void reopen(ImportFixture fixture, Period period, ReopenScope scope, Instant until)
            throws SQLException {
        act(fixture, s -> s.requestReopen(period, actor("anna", fixture.now()), Optional.of("late"), scope));
        act(fixture, s -> s.approveReopen(period, actor("boris", fixture.now()), until));
    }

    private static List<Tuple> issues(ImportResult result) {
        List<Tuple> issues = new ArrayList<>();
        for (Refusal issue : result.issues()) {
            issues.add(Tuple.tuple(issue.row(), issue.code(), issue.value()));
        }
        return issues;
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfAClosedMonth_areRefused_withTheirNumbers(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, AUGUST);
        ImportResult result = fixture.lines(
                HEADER,
                "SALES,LEADS,2026-08-31,10",
                "SALES,LEADS,2026-09-01,10",
                "SALES,LEADS,2026-08,300",
                "SALES,LEADS,2026-W34,70",
                "SALES,LEADS,2026-W36,70",
                "SALES,LEADS,2026-Q3,1000");
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(issues(result))
                .containsExactly(
                        Tuple.tuple(2, Code.E_PERIOD_CLOSED, "2026-08-31"),
                        Tuple.tuple(4, Code.E_PERIOD_CLOSED, "2026-08"),
                        Tuple.tuple(5, Code.E_PERIOD_CLOSED, "2026-W34"));
        assertThat(fixture.stored()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void closedRows_areNamedBesideOtherErrors_andOnADryRun(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).dry(true);
        close(fixture, AUGUST);
        ImportResult result = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10", "NOWHERE,LEADS,2026-09-01,10");
        assertThat(issues(result))
                .containsExactly(
                        Tuple.tuple(2, Code.E_PERIOD_CLOSED, "2026-08-31"),
                        Tuple.tuple(3, Code.E_UNIT_UNKNOWN, "NOWHERE"));
    }

    @ParameterizedTest
    @EnumSource
    void partialMode_appliesWhatIsOpen(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportMode.PARTIAL);
        close(fixture, AUGUST);
        ImportResult result = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10", "SALES,LEADS,2026-09-01,10");
        assertThat(result.state()).isEqualTo(ImportState.PARTIAL);
        assertThat(result.counts().created()).isEqualTo(1);
        assertThat(result.counts().refused()).isEqualTo(1);
        assertThat(fixture.rows("select period_start from actual")).containsExactly("2026-09-01");
        assertThat(fixture.rows("select sum_value from actual_month")).containsExactly("10");
    }

    @ParameterizedTest
    @EnumSource
    void rowThatSaysWhatIsKnown_passes(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10");
        close(fixture, AUGUST);
        ImportResult result = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10.0", "SALES,LEADS,2026-09-01,10");
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.counts().unchanged()).isEqualTo(1);
        assertThat(result.counts().created()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void lockedPeriod_refusesAll_closedOneTakesCohorts(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, QUARTER);
        ImportResult ripened = fixture.lines(HEADER, "SALES,DEALS_WON_COHORT,2026-08-31,3");
        assertThat(ripened.state()).isEqualTo(ImportState.APPLIED);
        lock(fixture, QUARTER);
        ImportResult late = fixture.lines(HEADER, "SALES,DEALS_WON_COHORT,2026-08-31,4", "SALES,LEADS,2026-07-01,4");
        assertThat(issues(late))
                .containsExactly(
                        Tuple.tuple(2, Code.E_PERIOD_LOCKED, "2026-08-31"),
                        Tuple.tuple(3, Code.E_PERIOD_LOCKED, "2026-07-01"));
    }

    @ParameterizedTest
    @EnumSource
    void reopenedPeriod_takesWhatTheReopeningNames_untilItEnds(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, QUARTER);
        ReopenScope scope = new ReopenScope(false, Set.of("SALES"), Set.of("LEADS"));
        reopen(fixture, QUARTER, scope, fixture.now().plusSeconds(150));
        ImportResult others = fixture.lines(
                HEADER, "SALES,LEADS,2026-08-31,10", "MARKETING,LEADS,2026-08-31,1", "SALES,SESSIONS,2026-08-31,1");
        assertThat(issues(others))
                .containsExactly(
                        Tuple.tuple(3, Code.E_PERIOD_CLOSED, "2026-08-31"),
                        Tuple.tuple(4, Code.E_PERIOD_CLOSED, "2026-08-31"));
        assertThat(fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10").state()).isEqualTo(ImportState.APPLIED);
        assertThat(issues(fixture.lines(HEADER, "SALES,LEADS,2026-08-31,11")))
                .containsExactly(Tuple.tuple(2, Code.E_PERIOD_CLOSED, "2026-08-31"));
    }
}
