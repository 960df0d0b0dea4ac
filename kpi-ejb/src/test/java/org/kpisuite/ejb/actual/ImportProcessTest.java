package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.Given;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.actual.PeriodGiven;
import org.kpisuite.domain.actual.RowFilter;
import org.kpisuite.domain.actual.RowForm;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.storage.TestDatabase;

/** The life of an import, whatever stops it, the same on both databases. */
class ImportProcessTest {
    private static final String FILE = "unit,measure,period,value\nSALES,LEADS,2026-09-01,10\n";
    private static final byte[] BYTES = FILE.getBytes(StandardCharsets.UTF_8);
    private static final Duration LONG_SILENCE = UnderWay.SILENCE_MAX.plusSeconds(1);

    @TempDir
    private Path folder;

    private static List<Code> codes(ImportResult result) {
        return result.issues().stream().map(Refusal::code).toList();
    }

    private static ImportProcess process(ImportFixture fixture, UnderWay node, Instant now) {
        return new ImportProcess(fixture.database(), Clock.fixed(now, ZoneOffset.UTC), fixture.files(), node);
    }

    private static List<Long> settle(ImportFixture fixture, UnderWay node, Instant now)
            throws SQLException, IOException {
        return new Unfinished(fixture.database(), Clock.fixed(now, ZoneOffset.UTC), node).settle();
    }

    private static ImportResult find(ImportFixture fixture, long id) throws SQLException {
        try (Connection connection = fixture.connection()) {
            return new ImportRuns(connection).find(id).orElseThrow();
        }
    }

    private static boolean cancel(ImportFixture fixture, long id) throws SQLException {
        try (Connection connection = fixture.connection()) {
            return new ImportLedger(connection).cancel(id, "anna", fixture.now());
        }
    }

    @ParameterizedTest
    @EnumSource
    void receivedImport_isSeenByOthers_beforeItIsMade(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportProcess process = fixture.process();
        long id = fixture.receive(process, BYTES, true).id();

        ImportResult waiting = find(fixture, id);
        assertThat(waiting.state()).isEqualTo(ImportState.RECEIVED);
        assertThat(waiting.isFinished()).isFalse();
        assertThat(waiting.trail().bytes()).isEqualTo(BYTES.length);
        assertThat(settle(fixture, fixture.underWay(), fixture.now())).containsExactly(id);

        ImportResult made = process.make(id, fixture::setting);
        assertThat(made.state()).isEqualTo(ImportState.APPLIED);
        assertThat(made.isFinished()).isTrue();
        assertThat(made.trail().rowsRead()).isEqualTo(2);
        assertThat(made.trail().bytesRead()).isEqualTo(BYTES.length);
        assertThat(settle(fixture, fixture.underWay(), fixture.now())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void progress_isSeenByOthers_andEndsWhenItIsCancelled(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        long id = fixture.receive(fixture.process(), BYTES, false).id();
        Clock clock = Clock.fixed(fixture.now(), ZoneOffset.UTC);
        ImportProgress progress = new ImportProgress(
                fixture.database(),
                clock,
                new ImportProgress.Work(id, fixture.underWay().node()),
                Duration.ZERO);
        progress.row(2_000);
        progress.stage(ImportState.PARSED);
        assertThat(find(fixture, id).state()).isEqualTo(ImportState.PARSED);
        assertThat(find(fixture, id).trail().parsedAt()).contains(fixture.now());
        assertThat(find(fixture, id).trail().validatedAt()).isEmpty();
        assertThat(find(fixture, id).trail().rowsRead()).isEqualTo(2_000);
        assertThat(cancel(fixture, id)).isTrue();
        assertThatThrownBy(() -> progress.stage(ImportState.VALIDATED)).isInstanceOf(ImportCancelled.class);
    }

    @ParameterizedTest
    @EnumSource
    void cancelledImport_writesNothing_whetherItWaitsOrRuns_andIsTooLateAfterwards(TestDatabase database)
            throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportProcess process = fixture.process();
        long waiting = fixture.receive(process, BYTES, true).id();
        assertThat(cancel(fixture, waiting)).isTrue();
        assertThat(process.make(waiting, fixture::setting).state()).isEqualTo(ImportState.CANCELLED);

        long running = fixture.receive(process, BYTES, false).id();
        ImportResult stopped = process.make(running, order -> {
            assertThat(cancelled(fixture, running)).isTrue();
            return fixture.setting(order);
        });
        assertThat(stopped.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(stopped.isFinished()).isTrue();
        assertThat(stopped.trail().cancelledBy()).isEqualTo("anna");
        assertThat(fixture.stored()).isEmpty();

        ImportResult done = fixture.bytes(BYTES);
        assertThat(done.duplicateOf()).isEmpty();
        assertThat(cancel(fixture, done.id())).isFalse();
        assertThat(find(fixture, done.id()).state()).isEqualTo(ImportState.APPLIED);
    }

    private static boolean cancelled(ImportFixture fixture, long id) {
        try {
            return cancel(fixture, id);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void importWhoseSenderWaited_endsWithTheProcess_andTheSameFileCanBeSentAgain(TestDatabase database)
            throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).keyed("k1");
        long cut = fixture.receive(fixture.process(), BYTES, false).id();
        UnderWay next = new UnderWay();
        assertThat(settle(fixture, next, fixture.now().plusSeconds(5))).isEmpty();
        assertThat(find(fixture, cut).isFinished()).isFalse();

        assertThat(settle(fixture, next, fixture.now().plus(LONG_SILENCE))).isEmpty();

        ImportResult ended = find(fixture, cut);
        assertThat(ended.state()).isEqualTo(ImportState.REJECTED);
        assertThat(codes(ended)).containsExactly(Code.E_IMPORT_CUT);
        ImportResult again = fixture.bytes(BYTES);
        assertThat(again.id()).isNotEqualTo(cut);
        assertThat(again.state()).isEqualTo(ImportState.APPLIED);
        assertThat(again.duplicateOf()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void backgroundImport_isTakenOver_andEndsOnce(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportProcess first = fixture.process();
        long id = fixture.receive(first, BYTES, true).id();
        UnderWay other = new UnderWay();
        Instant later = fixture.now().plus(LONG_SILENCE);
        ImportProcess second = process(fixture, other, later);

        ImportResult seenByFirst = first.make(id, order -> {
            assertThat(made(() -> settle(fixture, other, later))).containsExactly(id);
            assertThat(made(() -> second.make(id, fixture::setting)).state()).isEqualTo(ImportState.APPLIED);
            return fixture.setting(order);
        });

        assertThat(seenByFirst.state()).isEqualTo(ImportState.APPLIED);
        assertThat(fixture.rows("select revision, amount, import_id from actual_revision"))
                .containsExactly("1 10 " + id);
        assertThat(find(fixture, id).counts().created()).isEqualTo(1);
    }

    /** A file that stops whatever reads it must not stop one process after the other. */
    @ParameterizedTest
    @EnumSource
    void backgroundImportThatStoppedThreeProcesses_isNotBegunAgain(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        long id = fixture.receive(fixture.process(), BYTES, true).id();
        Instant now = fixture.now();
        for (int attempt = 1; attempt <= 3; attempt++) {
            UnderWay node = new UnderWay();
            assertThat(settle(fixture, node, now)).containsExactly(id);
            ImportProcess process = process(fixture, node, now);
            assertThatThrownBy(() -> process.make(id, order -> {
                        throw new OutOfMemoryError("of a test");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
            now = now.plus(LONG_SILENCE);
        }
        assertThat(settle(fixture, new UnderWay(), now)).isEmpty();
        ImportResult ended = find(fixture, id);
        assertThat(ended.state()).isEqualTo(ImportState.REJECTED);
        assertThat(codes(ended)).containsExactly(Code.E_IMPORT_CUT);
        assertThat(fixture.bytes(BYTES).state()).isEqualTo(ImportState.APPLIED);
    }

    private static <T> T made(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void importThatWasCancelledBeforeItsProcessStopped_staysCancelled(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        long id = fixture.receive(fixture.process(), BYTES, false).id();
        cancel(fixture, id);
        settle(fixture, new UnderWay(), fixture.now().plus(LONG_SILENCE));
        assertThat(find(fixture, id).state()).isEqualTo(ImportState.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void importWhoseFileIsGone_isRefused_withTheReason(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportProcess process = fixture.process();
        long id = fixture.receive(process, BYTES, true).id();
        fixture.files().forget(id);
        ImportResult result = process.make(id, fixture::setting);
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(codes(result)).containsExactly(Code.E_IMPORT_FILE);
    }

    @ParameterizedTest
    @EnumSource
    void defectDuringTheWork_reachesTheCaller_andTheRecordSaysSo(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportProcess process = fixture.process();
        long id = fixture.receive(process, BYTES, false).id();
        assertThatThrownBy(() -> process.make(id, order -> {
                    throw new IllegalStateException("a defect");
                }))
                .hasMessage("a defect");
        assertThat(codes(find(fixture, id))).containsExactly(Code.E_IMPORT_CUT);
        assertThat(fixture.stored()).isEmpty();
        assertThat(fixture.bytes(BYTES).state()).isEqualTo(ImportState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource
    void deadlock_isBegunAnew_andReachesNobody(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        AtomicInteger tries = new AtomicInteger();
        ImportProcess process = fixture.process();
        long id = fixture.receive(process, BYTES, false).id();
        ImportResult result = process.make(id, order -> {
            if (tries.incrementAndGet() < 3) {
                throw new StorageException(new SQLException("deadlock detected", "40P01"));
            }
            return fixture.setting(order);
        });
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(tries).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void connectionCutInTheMiddle_isBegunAnew_andWritesOnce(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        AtomicInteger tries = new AtomicInteger();
        ImportProcess process = fixture.process();
        long id = fixture.receive(process, BYTES, false).id();
        ImportResult result = process.make(id, order -> {
            if (tries.incrementAndGet() < 3) {
                made(() -> fixture.rows("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and state = 'idle in transaction'"));
            }
            return fixture.setting(order);
        });
        assertThat(tries).hasValue(3);
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(fixture.rows("select revision, amount from actual_revision")).containsExactly("1 10");
    }

    @ParameterizedTest
    @EnumSource
    void twoRequestsWithOneKey_areOneImport(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).keyed("k1");
        ImportProcess process = fixture.process();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<ImportProcess.Receipt>> receipts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                receipts.add(clients.submit(() -> fixture.receive(process, BYTES, true)));
            }
            int registered = 0;
            for (Future<ImportProcess.Receipt> receipt : receipts) {
                registered += receipt.get().isNew() ? 1 : 0;
            }
            assertThat(registered).isEqualTo(1);
        } finally {
            clients.shutdown();
        }
        assertThat(fixture.rows("select count(*) from import_run")).containsExactly("1");
        assertThatThrownBy(() -> fixture.dry(true).bytes(BYTES))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-IDEMPOTENCY");
    }

    @ParameterizedTest
    @EnumSource
    void dryRunByKey_replaysItsAnswer_andWithoutKeyIsMadeAnew(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).dry(true);
        ImportResult first = fixture.bytes(BYTES);
        ImportResult second = fixture.bytes(BYTES);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.duplicateOf()).isEmpty();
        ImportResult keyed = fixture.keyed("k1").bytes(BYTES);
        assertThat(fixture.bytes(BYTES)).isEqualTo(keyed);
    }

    @ParameterizedTest
    @EnumSource
    void dryRun_waitsForNobody(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).dry(true);
        try (Connection other = fixture.connection()) {
            other.setAutoCommit(false);
            new ImportTurn(other).takeFacts();
            assertThat(fixture.bytes(BYTES).state()).isEqualTo(ImportState.VALIDATED);
            other.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keptFile_readsAsReceived_packedOrNot_untilItsTimeIsOver(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult applied = fixture.bytes(BYTES);
        ImportResult rejected = fixture.bytes("nonsense\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(content(fixture, applied.id())).isEqualTo(FILE);
        tidy(fixture, fixture.now());
        assertThat(fixture.rows("select kept from import_run order by id")).containsExactly("PACKED", "PACKED");
        assertThat(content(fixture, applied.id())).isEqualTo(FILE);
        tidy(fixture, fixture.now().plus(Duration.ofDays(31)));
        assertThat(fixture.files().has(rejected.id())).isFalse();
        assertThat(fixture.files().has(applied.id())).isTrue();
        tidy(fixture, fixture.now().plus(Duration.ofDays(36_500)), null);
        assertThat(content(fixture, applied.id())).isEqualTo(FILE);
        tidy(fixture, fixture.now().plus(Duration.ofDays(101)));
        assertThat(fixture.files().has(applied.id())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void rowOfAKeptFile_standsAsItWasTyped(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult run =
                fixture.lines("unit;measure;period;value;", "", "SALES;LEADS;1 сентября;\"1 000,5\";x", "a;b;c;d;");
        FileLayout layout = FileLayout.standard();
        try (KeptFiles.Opened file = fixture.files().open(run.id())) {
            assertThat(KeptRow.find(run, file.path(), layout, 3).orElseThrow().cells())
                    .extracting(c -> c.column() + "=" + c.text())
                    .containsExactly("unit=SALES", "measure=LEADS", "period=1 сентября", "value=1 000,5", "E=x");
            assertThat(KeptRow.find(run, file.path(), layout, 1).orElseThrow().cells())
                    .extracting(ImportRow.Cell::text)
                    .contains("period");
            assertThat(KeptRow.find(run, file.path(), layout, 2)).isEmpty();
            assertThat(KeptRow.find(run, file.path(), layout, 99)).isEmpty();
        }
    }

    @Test
    void factOfEvents_namesAllRowsThatWereCountedForIt() throws Exception {
        EventForm events = new EventForm(
                new Given.Constant("SALES"),
                PeriodGiven.of("day"),
                Map.of("channel", Given.Column.of("channel")),
                null,
                List.of(),
                List.of(
                        new EventMeasure(
                                "REVENUE", Aggregate.SUM, ColumnName.of("sum"), List.of(), Set.of(Granularity.DAY)),
                        new EventMeasure(
                                "ORDERS",
                                Aggregate.COUNT,
                                null,
                                List.of(RowFilter.is("state", "won")),
                                Set.of(Granularity.DAY))),
                RowForm.Skipped.NONE);
        ImportProfile standard = ImportProfile.standard();
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder)
                .by(new ImportProfile(
                        "deals",
                        standard.name(),
                        standard.about(),
                        standard.layout(),
                        new IntakeRules(NumberNotation.EN, null, BigDecimal.ONE, "RUB", "CRM", null),
                        events));
        ImportResult run = fixture.lines(
                "day;sum;state;channel",
                "2026-09-01;5;won;paid",
                "2026-09-01;7;won;direct",
                "2026-09-01;8;lost;paid",
                "2026-09-02;9;won;paid",
                "2026-09-01;0;lost;paid",
                "2026-09-01;3;won;paid");
        assertThat(fixture.rows("select row_no, amount from actual where measure = 'REVENUE' order by row_no"))
                .containsExactly("2 16", "3 7", "5 9");
        ImportSetting setting = fixture.setting(fixture.order());
        try (KeptFiles.Opened file = fixture.files().open(run.id())) {
            assertThat(CountedRows.of(file.path(), setting, 2, "SALES", "REVENUE"))
                    .isEqualTo(new ImportRow.Counted(3, List.of(2, 4, 7)));
            assertThat(CountedRows.of(file.path(), setting, 2, "SALES", "ORDERS"))
                    .isEqualTo(new ImportRow.Counted(2, List.of(2, 7)));
            assertThat(CountedRows.of(file.path(), setting, 4, "SALES", "REVENUE")
                            .total())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noteAndKeyOfTheSource_standWithTheFact(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult run = fixture.lines(
                "unit;measure;period;value;externalId;note", "SALES;LEADS;2026-09-01;10;A-17;after the fair");
        assertThat(run.issues()).isEmpty();
        assertThat(fixture.rows("select import_id, row_no from actual")).containsExactly(run.id() + " 2");
        try (KeptFiles.Opened file = fixture.files().open(run.id())) {
            assertThat(KeptRow.find(run, file.path(), FileLayout.standard(), 2)
                            .orElseThrow()
                            .cells())
                    .contains(new ImportRow.Cell("externalId", "A-17"), new ImportRow.Cell("note", "after the fair"));
        }
    }

    private static void tidy(ImportFixture fixture, Instant now) throws SQLException, IOException {
        tidy(fixture, now, Duration.ofDays(100));
    }

    private static void tidy(ImportFixture fixture, Instant now, Duration kept) throws SQLException, IOException {
        new KeptFilesTidy(fixture.database(), Clock.fixed(now, ZoneOffset.UTC), fixture.files(), kept).run();
    }

    private static String content(ImportFixture fixture, long id) throws IOException {
        try (KeptFiles.Opened file = fixture.files().open(id)) {
            return Files.readString(file.path());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changes_areKeptWithOldAndNewValue_andTheirDifference(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        String header = "unit,measure,period,value,op,reason";
        fixture.lines(
                header, "SALES,LEADS,2026-09-01,10,,", "SALES,LEADS,2026-09-02,20,,", "SALES,LEADS,2026-09-03,30,,");
        ImportResult tried = fixture.dry(true)
                .lines(
                        header,
                        "SALES,LEADS,2026-09-01,12,,",
                        "SALES,LEADS,2026-09-02,,DELETE,gone",
                        "SALES,LEADS,2026-09-03,30,,",
                        "SALES,LEADS,2026-09-04,40,,");
        assertThat(changes(fixture, tried.id()))
                .containsExactly(
                        "2 CHANGED 2026-09-01 10 12 Optional[2]",
                        "3 DELETED 2026-09-02 20 null Optional.empty",
                        "4 UNCHANGED 2026-09-03 30 30 Optional[0]",
                        "5 NEW 2026-09-04 null 40 Optional.empty");
        ImportResult done = fixture.dry(false)
                .lines(
                        header,
                        "SALES,LEADS,2026-09-01,12,,",
                        "SALES,LEADS,2026-09-02,,DELETE,gone",
                        "SALES,LEADS,2026-09-03,30,,",
                        "SALES,LEADS,2026-09-04,40,,");
        assertThat(changes(fixture, done.id())).isEqualTo(changes(fixture, tried.id()));
    }

    private static List<String> changes(ImportFixture fixture, long id) throws SQLException {
        try (Connection connection = fixture.connection()) {
            return new ImportSamples(connection)
                    .list(id, -1, 100, CompanyCalendar.STANDARD).stream()
                            .map(c -> c.row() + " " + c.kind() + " "
                                    + c.period().code() + " " + plain(c.old()) + " "
                                    + plain(c.value()) + " "
                                    + c.delta().map(d -> d.stripTrailingZeros().toPlainString()))
                            .toList();
        }
    }

    private static String plain(BigDecimal value) {
        return value == null ? "null" : value.stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @EnumSource
    void changes_ofALargeFile_areKeptInPart(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        StringBuilder file = new StringBuilder("unit,measure,period,value,dim.channel\n");
        for (int i = 0; i < 1_500; i++) {
            file.append("SALES,LEADS,2026-09-01,1,c").append(i).append('\n');
        }
        ImportResult result = fixture.bytes(file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(result.counts().created()).isEqualTo(1_500);
        assertThat(fixture.rows("select count(*) from import_sample")).containsExactly("1000");
    }
}
