package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.storage.TestDatabase;

/** Imports that are taken back, the same on both databases. */
class ImportUndoTest {
    private static final String HEADER = "unit;measure;period;value;dim.channel;op;reason;asOf";
    private static final Set<String> OWN = Set.of("SALES", "MARKETING");

    @TempDir
    private Path folder;

    private static ImportResult undo(ImportFixture fixture, long id) throws SQLException, IOException {
        return undo(fixture, id, OWN);
    }

    private static ImportResult undo(ImportFixture fixture, long id, Set<String> units)
            throws SQLException, IOException {
        ImportProcess process = fixture.process();
        return process.undo(id, "boris", "wrong file", fixture.setting(fixture.order()), units);
    }

    /** What is known now: values with their origin, series of the present, months that have days. */
    private static List<String> known(ImportFixture fixture) throws SQLException {
        List<String> all = new ArrayList<>(
                fixture.rows(
                        "select unit, measure, dims, grain, period_start, scenario, source,"
                                + " amount, as_of, import_id, row_no from actual where amount is not null order by 1, 2, 3, 4, 5, 6, 7"));
        all.addAll(fixture.rows("select unit, measure, dims, month_start, scenario, source, sum_value, first_value,"
                + " last_value, last_day, days_with_data, days_in from actual_month where days_with_data > 0"
                + " order by 1, 2, 3, 4, 5, 6"));
        return all;
    }

    private static List<String> codes(KpiException refused) {
        return refused.refusals().stream()
                .map(r -> r.code().text() + r.arguments())
                .toList();
    }

    private static List<String> refusals(ThrowingWork work) throws Exception {
        try {
            work.run();
        } catch (KpiException e) {
            return codes(e);
        }
        throw new AssertionError("was not refused");
    }

    private interface ThrowingWork {
        void run() throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void undo_givesEachValueBackWithItsOrigin_andTakesAwayWhatWasNew(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult first = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;10;;;;",
                "SALES;LEADS;2026-09-02;20;;;;",
                "SALES;LEADS;2026-09-03;30;;;;");
        List<String> before = known(fixture);
        ImportResult second = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;11;;;;",
                "SALES;LEADS;2026-09-02;;;DELETE;a mistake;",
                "SALES;LEADS;2026-09-04;40;;;;",
                "SALES;LEADS;2026-08-04;5;;;;");
        assertThat(known(fixture)).isNotEqualTo(before);

        ImportResult undone = undo(fixture, second.id());

        assertThat(known(fixture)).isEqualTo(before);
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(undone.trail().undone())
                .hasValueSatisfying(u -> assertThat(List.of(u.person(), u.reason(), u.at().toString()))
                        .containsExactly("boris", "wrong file", fixture.now().toString()));
        assertThat(fixture.rows(
                        "select period_start, revision, amount, tombstone, import_id, reason from actual_revision"
                                + " where period_start >= date '2026-09-01' and revision > 1"
                                + " and reason = 'wrong file' and not tombstone order by 1, 2"))
                .containsExactly(
                        "2026-09-01 3 10 false " + first.id() + " wrong file",
                        "2026-09-02 3 20 false " + first.id() + " wrong file");
        assertThat(fixture.rows("select period_start, revision, tombstone, import_id from actual_revision"
                        + " where tombstone and reason = 'wrong file' order by 1"))
                .containsExactly("2026-08-04 2 true " + second.id(), "2026-09-04 2 true " + second.id());
    }

    @ParameterizedTest
    @EnumSource
    void laterImport_thatBuiltOnIt_isNamed_untilItIsTakenBackItself(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult first = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;", "SALES;LEADS;2026-09-02;10;;;;");
        ImportResult same = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10.0;;;;");
        assertThat(same.counts().unchanged()).isEqualTo(1);
        ImportResult changed = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;12;;;;");
        ImportResult deleted = fixture.lines(HEADER, "SALES;LEADS;2026-09-02;;;DELETE;gone;");
        List<String> stored = fixture.stored();

        assertThat(refusals(() -> undo(fixture, first.id())))
                .containsExactly("E-IMPORT-BUILT-ON[" + changed.id() + ", " + deleted.id() + "]");
        assertThat(fixture.stored()).isEqualTo(stored);

        undo(fixture, deleted.id());
        undo(fixture, changed.id());
        assertThat(undo(fixture, first.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(known(fixture)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void undoneImport_canBeSentAgain_andItsFactsAreNew(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportPolicy.NEWER);
        String[] lines = {HEADER, "SALES;LEADS;2026-09-01;10;;;;2026-09-10T00:00:00Z"};
        ImportResult first = fixture.lines(lines);
        undo(fixture, first.id());

        ImportResult again = fixture.lines(lines);

        assertThat(again.state()).isEqualTo(ImportState.APPLIED);
        assertThat(again.duplicateOf()).isEmpty();
        assertThat(again.counts().created()).isEqualTo(1);
        assertThat(fixture.rows("select amount, revision, import_id from actual"))
                .containsExactly("10 3 " + again.id());
        assertThat(fixture.rows("select sum_value, days_with_data from actual_month"))
                .containsExactly("10 1");
    }

    @ParameterizedTest
    @EnumSource
    void secondUndo_changesNothing_andImportsThatWroteNothing_areRefused(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        String[] lines = {HEADER, "SALES;LEADS;2026-09-01;10;;;;"};
        ImportResult first = fixture.lines(lines);
        ImportResult repeated = fixture.lines(lines);
        assertThat(refusals(() -> undo(fixture, repeated.id())))
                .containsExactly("E-IMPORT-REPEATS[" + repeated.id() + ", " + first.id() + "]");
        ImportResult rejected = fixture.lines(HEADER, "NOWHERE;LEADS;2026-09-01;10;;;;");
        assertThat(refusals(() -> undo(fixture, rejected.id())))
                .containsExactly("E-IMPORT-STATE[" + rejected.id() + ", REJECTED]");
        ImportResult tried = fixture.dry(true).lines(HEADER, "SALES;LEADS;2026-09-01;11;;;;");
        assertThat(refusals(() -> undo(fixture, tried.id())))
                .containsExactly("E-IMPORT-STATE[" + tried.id() + ", VALIDATED]");
        ImportResult undone = undo(fixture, first.id());
        List<String> stored = fixture.stored();
        assertThat(undo(fixture, first.id())).isEqualTo(undone);
        assertThat(fixture.stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void unitsOfOthers_andPeriodsClosedSince_keepItAsItIs_allSaidAtOnce(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult run = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-08-31;10;;;;",
                "MARKETING;LEADS;2026-09-01;1;;;;",
                "SALES;LEADS;2026-07-01;1;;;;");
        close(fixture, "2026-08");
        close(fixture, "2026-Q2");
        List<String> stored = fixture.stored();

        assertThat(refusals(() -> undo(fixture, run.id(), Set.of("SALES"))))
                .containsExactly("E-UNIT-FORBIDDEN[MARKETING]", "E-PERIOD-CLOSED[2026-08-31]");
        assertThat(fixture.stored()).isEqualTo(stored);
        assertThat(fixture.rows("select state from import_run")).containsExactly("APPLIED");
    }

    @ParameterizedTest
    @EnumSource
    void quarantinedRows_areWithdrawnWithTheirImport(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, "2026-08");
        ImportResult run = fixture.lines(HEADER, "SALES;LEADS;2026-08-31;10;;;;", "SALES;LEADS;2026-09-01;1;;;;");
        assertThat(run.counts().quarantined()).isEqualTo(1);

        undo(fixture, run.id());

        assertThat(fixture.rows("select state, decided_by, decided_reason from quarantine"))
                .containsExactly("WITHDRAWN boris wrong file");
        assertThat(known(fixture)).isEmpty();
    }

    /** The one fact and the day, in UTC, that it is as of. */
    private static String seen(ImportFixture fixture) throws SQLException {
        return fixture.rows("select amount, as_of from actual").get(0).substring(0, 12);
    }

    @ParameterizedTest
    @EnumSource
    void extractThatWasTakenBack_makesNoFileStale(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportPolicy.NEWER);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;1;;;;2026-09-01");
        ImportResult wrong = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;1.0;;;;2026-09-30");
        assertThat(wrong.counts().unchanged()).isEqualTo(1);
        ImportResult early = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;1.00;;;;2026-09-10");
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;01;;;;2026-10-01");

        undo(fixture, early.id());
        assertThat(seen(fixture)).isEqualTo("1 2026-10-01");
        undo(fixture, wrong.id());
        assertThat(seen(fixture)).isEqualTo("1 2026-10-01");
        undo(fixture, 4);
        assertThat(seen(fixture)).isEqualTo("1 2026-09-01");
        ImportResult later = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;2;;;;2026-09-15");
        assertThat(later.state()).isEqualTo(ImportState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource
    void extractThatWasTakenBack_datesNothing_thatWasReplacedSince(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportPolicy.NEWER);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;1;;;;2026-09-01");
        ImportResult wrong = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;1.0;;;;2026-09-20");
        ImportResult other = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;2;;;;2026-09-30");
        undo(fixture, wrong.id());
        undo(fixture, other.id());
        assertThat(seen(fixture)).isEqualTo("1 2026-09-01");
    }

    private static List<String> quarantine(ImportFixture fixture) throws SQLException {
        return fixture.rows("select row_no, amount, state from quarantine order by id");
    }

    private static ImportResult putAside(ImportFixture fixture, String... values) throws Exception {
        String[] lines = new String[values.length + 1];
        lines[0] = HEADER;
        for (int i = 0; i < values.length; i++) {
            lines[i + 1] = "SALES;LEADS;2026-08-0" + (i + 1) + ";" + values[i] + ";;;;" + "2026-09-0" + (i + 1);
        }
        return fixture.lines(lines);
    }

    @ParameterizedTest
    @EnumSource
    void quarantinedRow_thatALaterImportReplaced_isOpenAgain_onceThatIsTakenBack(TestDatabase database)
            throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, "2026-08");
        putAside(fixture, "10");
        ImportResult second = putAside(fixture, "11");
        ImportResult third = putAside(fixture, "12");
        assertThat(quarantine(fixture)).containsExactly("2 10 REPLACED", "2 11 REPLACED", "2 12 OPEN");

        undo(fixture, second.id());
        assertThat(quarantine(fixture)).containsExactly("2 10 REPLACED", "2 11 REPLACED", "2 12 OPEN");
        undo(fixture, third.id());
        assertThat(quarantine(fixture)).containsExactly("2 10 OPEN", "2 11 REPLACED", "2 12 WITHDRAWN");
        assertThat(fixture.rows("select replaced_by, decided_by, decided_at from quarantine where amount = 10"))
                .containsExactly("null null null");
    }

    @ParameterizedTest
    @EnumSource
    void quarantinedRow_thatSeveralImportsBring_staysOpen_asLongAsOneOfThemStands(TestDatabase database)
            throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, "2026-08");
        ImportResult first = putAside(fixture, "10", "1");
        ImportResult second = putAside(fixture, "10.0", "2");
        ImportResult third = putAside(fixture, "10.00", "2.0");
        assertThat(third.counts().quarantined()).isEqualTo(2);
        assertThat(quarantine(fixture))
                .containsExactly(
                        "2 10 OPEN", "3 1 REPLACED", "2 10 REPLACED", "3 2 OPEN", "2 10 REPLACED", "3 2 REPLACED");

        undo(fixture, first.id());
        assertThat(fixture.rows("select import_id, amount from quarantine where state = 'OPEN' order by amount"))
                .containsExactly(second.id() + " 2", third.id() + " 10");
        undo(fixture, third.id());
        assertThat(fixture.rows("select import_id, amount from quarantine where state = 'OPEN' order by amount"))
                .containsExactly(second.id() + " 2", second.id() + " 10");
        undo(fixture, second.id());
        assertThat(fixture.rows("select 1 from quarantine where state = 'OPEN'"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void quarantinedRow_thatWasKeptOut_staysOut_whoeverBroughtItToo(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        close(fixture, "2026-08");
        ImportResult first = putAside(fixture, "10", "1");
        putAside(fixture, "10.0", "2");
        try (Connection connection = fixture.connection()) {
            Sql.update(
                    connection,
                    "update quarantine set state = 'REJECTED' where import_id = ? and amount = 10",
                    first.id());
        }
        undo(fixture, first.id());
        assertThat(quarantine(fixture)).containsExactly("2 10 REJECTED", "3 1 REPLACED", "2 10 REPLACED", "3 2 OPEN");
    }

    /** Law: taken back in the opposite order, a chain of imports goes through the very states that it came by. */
    @ParameterizedTest
    @EnumSource
    void chainOfImports_takenBackStepByStep_goesTheSameWayBack(TestDatabase database) throws Exception {
        Random random = new Random(20_261_005L);
        ImportFixture fixture = new ImportFixture(database, folder);
        Deque<List<String>> states = new ArrayDeque<>();
        Deque<Long> imports = new ArrayDeque<>();
        for (int i = 0; i < 15; i++) {
            states.push(known(fixture));
            ImportResult run = fixture.lines(randomLines(random));
            assertThat(run.state()).as(run.toString()).isEqualTo(ImportState.APPLIED);
            imports.push(run.id());
            if (random.nextInt(4) == 0) {
                undo(fixture, imports.pop());
                assertThat(known(fixture)).isEqualTo(states.pop());
            }
        }
        while (!imports.isEmpty()) {
            undo(fixture, imports.pop());
            assertThat(known(fixture)).isEqualTo(states.pop());
        }
        assertThat(known(fixture)).isEmpty();
    }

    private static String[] randomLines(Random random) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int day = 1; day <= 6; day++) {
            for (String channel : List.of("", "social", "search")) {
                int choice = random.nextInt(5);
                String key = "SALES;LEADS;2026-09-0" + day + ";";
                if (choice == 0) {
                    lines.add(key + ";" + channel + ";DELETE;gone;");
                } else if (choice < 3) {
                    lines.add(key + random.nextInt(4) + ";" + channel + ";;;");
                }
            }
        }
        lines.add("SALES;LEADS;2026-08-01;" + random.nextInt(1_000) + ";;;;");
        return lines.toArray(String[]::new);
    }

    private static void close(ImportFixture fixture, String period) throws SQLException {
        try (Connection connection = fixture.connection()) {
            PeriodRows rows = new PeriodRows(connection);
            PeriodActor anna = new PeriodActor("anna", Set.of(PeriodOffice.values()), "TOKEN", fixture.now());
            rows.append(new PeriodSteps(new PeriodBook(rows.all(), fixture.now(), ZoneId.of("Europe/Moscow")))
                    .close(Period.parse(period), anna, true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoneImport_keepsWhatWasKnownInBetween(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        ImportResult second = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;11;;;;");
        undo(fixture, second.id());
        assertThat(fixture.rows("select revision, amount from actual_revision order by 1"))
                .containsExactly("1 10", "2 11", "3 10");
    }
}
