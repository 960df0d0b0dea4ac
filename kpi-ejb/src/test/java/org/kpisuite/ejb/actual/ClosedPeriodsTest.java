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
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
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

    static void close(ImportFixture fixture, Period period) throws SQLException {
        act(fixture, s -> s.close(period, actor("anna", fixture.now()), true));
    }

    static void lock(ImportFixture fixture, Period period) throws SQLException {
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
    void rowsOfAClosedMonth_goToQuarantine_withTheirNumbers_theRestIsApplied(TestDatabase database) throws Exception {
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
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0, 3, 0));
        assertThat(issues(result))
                .containsExactly(
                        Tuple.tuple(2, Code.E_PERIOD_CLOSED, "2026-08-31"),
                        Tuple.tuple(4, Code.E_PERIOD_CLOSED, "2026-08"),
                        Tuple.tuple(5, Code.E_PERIOD_CLOSED, "2026-W34"));
        assertThat(result.issues().get(0).severity()).isEqualTo(Severity.WARN);
        assertThat(fixture.rows("select grain, period_start from actual order by period_start"))
                .containsExactly("Q 2026-07-01", "W 2026-08-31", "D 2026-09-01");
        assertThat(fixture.rows("select import_id, row_no, grain, period_start, amount, state, person from quarantine"
                        + " order by id"))
                .containsExactly(
                        result.id() + " 2 D 2026-08-31 10 OPEN anna",
                        result.id() + " 4 M 2026-08-01 300 OPEN anna",
                        result.id() + " 5 W 2026-08-17 70 OPEN anna");
    }

    @ParameterizedTest
    @EnumSource
    void rowPutAside_isReplaced_byWhatIsLetInLater(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, AUGUST);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10", "SALES,LEADS,2026-08-30,5");
        reopen(fixture, AUGUST, ReopenScope.ALL, fixture.now().plusSeconds(86_400));
        ImportResult later = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12");
        assertThat(later.counts().created()).isEqualTo(1);
        assertThat(fixture.rows("select period_start, amount, state from quarantine order by id"))
                .containsExactly("2026-08-31 10 REPLACED", "2026-08-30 5 OPEN");
    }

    @ParameterizedTest
    @EnumSource
    void sameRowAgain_isNotOpenTwice_anotherValueTakesItsPlace(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, AUGUST);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10", "SALES,LEADS,2026-08-30,10");
        ImportResult again = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10.0", "SALES,LEADS,2026-08-30,11");
        assertThat(again.counts().quarantined()).isEqualTo(2);
        assertThat(fixture.rows(
                        "select import_id, period_start, amount, state, replaced_by from quarantine order by id"))
                .containsExactly(
                        "1 2026-08-31 10 OPEN null",
                        "1 2026-08-30 10 REPLACED 2",
                        "2 2026-08-31 10 REPLACED 1",
                        "2 2026-08-30 11 OPEN null");
    }

    @ParameterizedTest
    @EnumSource
    void deletion_ofAClosedFact_goesToQuarantine_withItsReason(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10");
        close(fixture, AUGUST);
        ImportResult result = fixture.lines(HEADER + ",op,reason", "SALES,LEADS,2026-08-31,,DELETE,a test order");
        assertThat(result.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 0, 1, 0));
        assertThat(fixture.rows("select amount, reason from quarantine")).containsExactly("null a test order");
        assertThat(fixture.rows("select amount from actual")).containsExactly("10");
    }

    @ParameterizedTest
    @EnumSource
    void fileWithAnError_quarantinesNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, AUGUST);
        ImportResult result = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,10", "NOWHERE,LEADS,2026-09-01,10");
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(fixture.rows("select * from quarantine")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cohort_passesUntilItIsMature_andAsLongAsAGateWaitsForIt(TestDatabase database) throws Exception {
        String[] lines = {HEADER, "SALES,DEALS_WON_COHORT,2026-08,3", "SALES,DEALS_WON_COHORT,2026-09,3"};
        ImportFixture ripe = new ImportFixture(database, folder).knowing(new RipeningCodes(14, false));
        close(ripe, QUARTER);
        assertThat(ripe.lines(lines).counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1, 0));
        ImportFixture awaited = new ImportFixture(database, folder).knowing(new RipeningCodes(14, true));
        close(awaited, QUARTER);
        assertThat(awaited.lines(lines).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void closedPeriodsThatAnImportWroteIn_areNamed(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult result = fixture.lines(
                HEADER, "SALES,LEADS,2026-08-31,10", "SALES,SESSIONS,2026-08-31,1", "SALES,LEADS,2026-09-01,10");
        close(fixture, AUGUST);
        try (Connection connection = fixture.connection()) {
            ClosedPeriods closed = new ClosedPeriods(
                    connection,
                    new SampleCodes(),
                    CompanyCalendar.STANDARD,
                    fixture.now(),
                    ZoneId.of("Europe/Moscow"),
                    new Findings());
            assertThat(closed.writtenBy(result.id())).map(Refusal::value).containsExactly("2026-08-31");
            assertThat(closed.writtenBy(result.id() + 1)).isEmpty();
        }
    }

    private static final class RipeningCodes extends SampleCodes {
        private final int maturityDays;
        private final boolean awaited;

        RipeningCodes(int maturityDays, boolean awaited) {
            this.maturityDays = maturityDays;
            this.awaited = awaited;
        }

        @Override
        public Optional<Integer> maturityDays(String measure) {
            return Optional.of(maturityDays);
        }

        @Override
        public boolean isAwaitedByGate(String unit, String measure, Period period) {
            return awaited;
        }
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
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.counts().created()).isEqualTo(1);
        assertThat(result.counts().quarantined()).isEqualTo(1);
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
        assertThat(others.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 2, 0));
        assertThat(fixture.lines(HEADER, "SALES,LEADS,2026-08-31,9").counts().changed())
                .isEqualTo(1);
        assertThat(issues(fixture.lines(HEADER, "SALES,LEADS,2026-08-31,11")))
                .containsExactly(Tuple.tuple(2, Code.E_PERIOD_CLOSED, "2026-08-31"));
    }
}
