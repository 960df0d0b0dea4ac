package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.storage.TestDatabase;

/** What decisions on rows of the quarantine do to facts, the same on both databases. */
class QuarantineDecisionsTest {
    private static final String HEADER = "unit,measure,period,value,op,reason";
    private static final Period QUARTER = Period.parse("2026-Q3");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @TempDir
    private Path folder;

    private ImportFixture closed(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                HEADER, "SALES,LEADS,2026-08-30,5,,", "SALES,LEADS,2026-08-31,10,,", "SALES,LEADS,2026-10-01,7,,");
        step(fixture, false);
        return fixture;
    }

    private static void step(ImportFixture fixture, boolean lock) throws Exception {
        try (Connection connection = fixture.connection()) {
            PeriodRows rows = new PeriodRows(connection);
            PeriodSteps steps = new PeriodSteps(new PeriodBook(rows.all(), fixture.now(), ZONE));
            PeriodActor actor = new PeriodActor("chief", Set.of(PeriodOffice.values()), "TOKEN", fixture.now());
            rows.append(lock ? steps.lock(QUARTER, actor) : steps.close(QUARTER, actor, true));
        }
    }

    /** Decides on all open rows, a minute later; answers the instant. */
    private static Instant decide(ImportFixture fixture, UnaryOperator<Quarantined> decision) throws Exception {
        fixture.process();
        Instant now = fixture.now();
        OwnTransaction.in(fixture.database(), connection -> {
            QuarantineRows rows = new QuarantineRows(connection, CompanyCalendar.STANDARD);
            ClosedPeriods periods = new ClosedPeriods(
                    connection, new SampleCodes(), CompanyCalendar.STANDARD, now, ZONE, new Findings());
            List<Quarantined> open = rows.openBefore(now, 100);
            new QuarantineDecisions(connection, rows, periods, now)
                    .write(open.stream().map(decision).toList());
            return open.size();
        });
        return now;
    }

    private static Quarantined.Step by(String login, Instant at) {
        return new Quarantined.Step(login, at, "a late invoice");
    }

    private static String leads(ImportFixture fixture, Period scorecard, Instant asOf) throws Exception {
        FactSeries series = FactSeries.of(Catalogue.shipped().measure("LEADS").orElseThrow(), "");
        FactQuery query = new FactQuery(
                List.of("SALES"),
                Set.of(Set.of(series)),
                List.of(new DayRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31))),
                List.of(),
                Scenario.AC);
        try (Connection connection = fixture.connection()) {
            FactOverlay reported = new ReportedFacts(connection).of(query, scorecard, asOf);
            BigDecimal sum = new FactReader(connection, CompanyCalendar.STANDARD)
                    .read(query, asOf, reported).stream()
                            .filter(s -> s.days().start().isBefore(QUARTER.endInclusive()))
                            .map(s -> s.sum())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Decimals.plain(sum);
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptedRow_isARevision_underItsImportAndRow_withTheReason(TestDatabase database) throws Exception {
        ImportFixture fixture = closed(database);
        ImportResult late = fixture.lines(
                HEADER,
                "SALES,LEADS,2026-10-01,7,,",
                "SALES,LEADS,2026-08-31,12,,",
                "SALES,LEADS,2026-08-30,,DELETE,x");
        decide(fixture, row -> row.accept(by("anna", fixture.now()), false));
        assertThat(fixture.rows("select period_start, amount, revision, import_id, row_no from actual"
                        + " where revision = 2 order by period_start"))
                .containsExactly("2026-08-30 null 2 " + late.id() + " 4", "2026-08-31 12 2 " + late.id() + " 3");
        assertThat(fixture.rows("select reason from actual_revision where revision = 2"))
                .containsExactly("a late invoice", "a late invoice");
        assertThat(fixture.rows("select sum_value from actual_month where month_start = date '2026-08-01'"))
                .containsExactly("12");
        assertThat(fixture.rows("select row_no, state, decided_by, old_amount from quarantine order by row_no"))
                .containsExactly("3 ACCEPTED anna 10", "4 ACCEPTED anna 5");
        assertThat(fixture.rows("select * from actual_reported")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void proposedAndRejectedRows_changeNoFact(TestDatabase database) throws Exception {
        ImportFixture fixture = closed(database);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12,,");
        List<String> stored = fixture.stored();
        decide(fixture, row -> row.accept(by("anna", fixture.now()), true));
        assertThat(fixture.rows("select state, proposed_by, proposed_reason, decided_by from quarantine"))
                .containsExactly("PROPOSED anna a late invoice null");
        assertThatThrownBy(() -> decide(fixture, row -> row.accept(by("anna", fixture.now()), true)))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-FOUR-EYES");
        decide(fixture, row -> row.reject(by("boris", fixture.now())));
        assertThat(fixture.rows("select state, decided_by, decided_reason from quarantine"))
                .containsExactly("REJECTED boris a late invoice");
        assertThat(fixture.stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void historyOnly_changesSeries_andLeavesTheReportOfTheClosedPeriod(TestDatabase database) throws Exception {
        ImportFixture fixture = closed(database);
        Instant before = fixture.now().plusSeconds(1);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12,,", "SALES,LEADS,2026-08-29,1,,");
        Instant done = decide(fixture, row -> row.acceptForHistory(by("anna", fixture.now())))
                .plusSeconds(1);
        assertThat(fixture.rows("select amount from actual where period_start = date '2026-08-31'"))
                .containsExactly("12");
        assertThat(fixture.rows("select sum_value from actual_month where month_start = date '2026-08-01'"))
                .containsExactly("18");
        for (String closed : List.of("2026-Q3", "2026-08")) {
            assertThat(leads(fixture, Period.parse(closed), done)).as(closed).isEqualTo("15");
        }
        for (String open : List.of("2026-Q4", "2026", "2026-07", "2026-10")) {
            assertThat(leads(fixture, Period.parse(open), done)).as(open).isEqualTo("18");
        }
        assertThat(leads(fixture, QUARTER, before)).isEqualTo("15");
        assertThat(leads(fixture, Period.parse("2026-Q4"), before)).isEqualTo("15");
    }

    @ParameterizedTest
    @EnumSource
    void secondHistory_keepsTheFirstReport_andAcceptingEndsIt(TestDatabase database) throws Exception {
        ImportFixture fixture = closed(database);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12,,");
        decide(fixture, row -> row.acceptForHistory(by("anna", fixture.now())));
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,13,,");
        Instant second = decide(fixture, row -> row.acceptForHistory(by("anna", fixture.now())));
        assertThat(leads(fixture, QUARTER, second.plusSeconds(1))).isEqualTo("15");
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,14,,");
        Instant third = decide(fixture, row -> row.accept(by("anna", fixture.now()), false));
        assertThat(leads(fixture, QUARTER, third.plus(Duration.ofSeconds(1)))).isEqualTo("19");
        assertThat(leads(fixture, QUARTER, third)).as("as known before").isEqualTo("15");
    }

    @ParameterizedTest
    @EnumSource
    void periodLockedSince_letsNothingIn_butRejects(TestDatabase database) throws Exception {
        ImportFixture fixture = closed(database);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12,,");
        step(fixture, true);
        assertThatThrownBy(() -> decide(fixture, row -> row.accept(by("anna", fixture.now()), false)))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-PERIOD-LOCKED");
        decide(fixture, row -> row.reject(by("anna", fixture.now())));
        assertThat(fixture.rows("select state from quarantine")).containsExactly(QuarantineState.REJECTED.name());
    }

    @ParameterizedTest
    @EnumSource
    void whatOnePersonAcceptedAlone_isUndoneInThought_forTheSameClosedPeriodOnly(TestDatabase database)
            throws Exception {
        ImportFixture fixture = closed(database);
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12,,");
        decide(fixture, row -> row.accept(by("anna", fixture.now()), false));
        fixture.lines(HEADER, "SALES,LEADS,2026-08-31,14,,", "MARKETING,LEADS,2026-W28,3,,");
        decide(fixture, row -> row.accept(by("anna", fixture.now()), false));
        fixture.lines(HEADER, "SALES,LEADS,2026-08-30,6,,");
        decide(fixture, row -> row.accept(by("boris", fixture.now()), false));
        fixture.lines(HEADER, "SALES,LEADS,2026-08-30,7,,");
        decide(fixture, row -> row.accept(by("anna", fixture.now()), true));
        decide(fixture, row -> row.accept(by("boris", fixture.now()), true));
        fixture.lines(HEADER, "SALES,LEADS,2026-07-01,1,,", "SALES,LEADS,2026-08-31,16,,");

        assertThat(undone(fixture, "anna"))
                .as("the earliest value of a key comes last, so that it counts; week 28 had none")
                .containsExactly("W 2026-07-06 null", "D 2026-08-31 12", "D 2026-08-31 10");
        assertThat(undone(fixture, "boris"))
                .as("what two people accepted is nobody's alone")
                .containsExactly("D 2026-08-30 5");
        assertThat(undone(fixture, "clara")).isEmpty();
    }

    private static List<String> undone(ImportFixture fixture, String person) throws Exception {
        try (Connection connection = fixture.connection()) {
            QuarantineRows rows = new QuarantineRows(connection, CompanyCalendar.STANDARD);
            PeriodBook book = new PeriodBook(new PeriodRows(connection).all(), fixture.now(), ZONE);
            List<Quarantined> open = rows.openBefore(fixture.now().plusSeconds(1), 100);
            return new AcceptedAlone(rows, book)
                    .undone(open, person).values().stream()
                            .map(v -> v.grain() + " " + v.start() + " "
                                    + (v.amount() == null ? "null" : Decimals.plain(v.amount())))
                            .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void listing_isByUnitPeriodStateAndImport_pageByPage(TestDatabase database) throws Exception {
        ImportFixture fixture = closed(database);
        ImportResult first = fixture.lines(
                HEADER, "SALES,LEADS,2026-08-31,12,,", "MARKETING,LEADS,2026-07-01,1,,", "SALES,LEADS,2026-07-02,1,,");
        fixture.lines(HEADER, "SALES,LEADS,2026-07-03,1,,");
        assertThat(listed(fixture, List.of("SALES"), "2026-07", List.of(), null, 0, 10))
                .containsExactly("2026-07-02 OPEN null", "2026-07-03 OPEN null");
        assertThat(listed(fixture, List.of("SALES", "MARKETING"), "2026-Q3", List.of(), first.id(), 0, 10))
                .containsExactly("2026-08-31 OPEN 10", "2026-07-01 OPEN null", "2026-07-02 OPEN null");
        assertThat(listed(fixture, List.of("SALES"), null, List.of(QuarantineState.REJECTED), null, 0, 10))
                .isEmpty();
        assertThat(listed(fixture, List.of("SALES"), null, List.of(QuarantineState.OPEN), null, 0, 2))
                .hasSize(2);
        OwnTransaction.in(fixture.database(), connection -> new QuarantineRows(connection, CompanyCalendar.STANDARD)
                .withdraw(first.id(), "anna", fixture.now(), "wrong file"));
        assertThat(listed(fixture, List.of("SALES"), null, List.of(QuarantineState.OPEN), null, 0, 10))
                .containsExactly("2026-07-03 OPEN null");
    }

    private static List<String> listed(
            ImportFixture fixture,
            List<String> units,
            String period,
            List<QuarantineState> states,
            Long importId,
            long after,
            int limit)
            throws Exception {
        try (Connection connection = fixture.connection()) {
            DayRange days = period == null ? null : Period.parse(period).days();
            return new QuarantineRows(connection, CompanyCalendar.STANDARD)
                    .list(new QuarantineRows.Filter(units, days, states, importId, after, limit)).stream()
                            .map(r -> r.key().period() + " " + r.state() + " "
                                    + (r.stored() == null ? "null" : Decimals.plain(r.stored())))
                            .toList();
        }
    }
}
