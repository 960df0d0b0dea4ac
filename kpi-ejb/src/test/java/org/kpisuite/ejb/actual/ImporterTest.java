package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.storage.TestDatabase;

/** What an import does to the database, the same on both. Today is 2026-10-05. */
class ImporterTest {
    private static final String HEADER = "unit;measure;period;value;dim.channel;op;reason;asOf";

    @TempDir
    private Path folder;

    private static String found(ImportResult result) {
        return result.issues().stream()
                .map(r -> r.code() + "@" + r.row() + (r.column() == null ? "" : ":" + r.column()))
                .collect(Collectors.joining(" "));
    }

    private static ImportCounts counts(long created, long changed, long unchanged, long deleted) {
        return new ImportCounts(created, changed, unchanged, deleted, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void newFacts_areStored_withRevisionAndMonth(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult result = fixture.lines(
                HEADER, "SALES;LEADS;2026-09-01;10;;;;", "SALES;LEADS;2026-09-03;5;;;;", "SALES;LEADS;2026-08;300;;;;");
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.counts()).isEqualTo(counts(3, 0, 0, 0));
        assertThat(result.issues()).isEmpty();
        assertThat(fixture.rows("select unit, measure, dims, grain, period_start, scenario, source, amount, revision,"
                        + " import_id, row_no from actual order by period_start"))
                .containsExactly(
                        "SALES LEADS  M 2026-08-01 AC MANUAL 300 1 " + result.id() + " 4",
                        "SALES LEADS  D 2026-09-01 AC MANUAL 10 1 " + result.id() + " 2",
                        "SALES LEADS  D 2026-09-03 AC MANUAL 5 1 " + result.id() + " 3");
        assertThat(fixture.rows("select unit, measure, month_start, sum_value, first_value, last_value, last_day,"
                        + " days_with_data from actual_month"))
                .containsExactly("SALES LEADS 2026-09-01 15 10 5 2026-09-03 2");
        assertThat(fixture.rows("select period_start, revision, amount, tombstone from actual_revision order by 1"))
                .containsExactly("2026-08-01 1 300 false", "2026-09-01 1 10 false", "2026-09-03 1 5 false");
    }

    @ParameterizedTest
    @EnumSource
    void sameFileTwice_changesNothing_andSaysSo(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult first = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        List<String> stored = fixture.stored();
        ImportResult second = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        assertThat(second.duplicateOf()).contains(first.id());
        assertThat(second.counts()).isEqualTo(first.counts());
        assertThat(second.state()).isEqualTo(ImportState.APPLIED);
        assertThat(fixture.stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void sameFileOfSomebodyElse_saysNothingOfUnitsThatAreNotTheirs(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult first = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        ImportResult peer = fixture.as("boris").lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        assertThat(peer.duplicateOf()).contains(first.id());
        ImportResult stranger = fixture.as("clara")
                .knowing(new SampleCodes(Set.of("MARKETING"), "RUB") {
                    @Override
                    public boolean hasUnit(String unit) {
                        return true;
                    }
                })
                .lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        assertThat(stranger.duplicateOf()).isEmpty();
        assertThat(stranger.issues()).extracting(Refusal::code).containsExactly(Code.E_UNIT_FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource
    void sameRowsInAnotherFile_areUnchanged_andWriteNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        List<String> stored = fixture.stored();
        ImportResult result = fixture.lines(HEADER, "SALES;LEADS;01.09.2026;10.00;;;;");
        assertThat(result.duplicateOf()).isEmpty();
        assertThat(result.counts()).isEqualTo(counts(0, 0, 1, 0));
        assertThat(fixture.stored()).isEqualTo(stored);
    }

    /** More than the samples of an import hold. */
    @ParameterizedTest
    @EnumSource
    void manyFacts_areAllWritten_andAllReplaced_ofWhichAThousandAreKeptToShow(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        int days = 2_500;
        ImportResult first = fixture.lines(daily(days, 1));
        assertThat(first.counts()).isEqualTo(counts(days, 0, 0, 0));
        ImportResult second = fixture.lines(daily(days, 3));
        assertThat(second.counts()).isEqualTo(counts(0, days, 0, 0));
        assertThat(fixture.rows("select count(*), min(revision), max(revision), sum(amount) from actual"))
                .containsExactly("2500 2 2 7500");
        assertThat(fixture.rows("select count(*), sum(amount) from actual_revision where revision = 1"))
                .containsExactly("2500 2500");
        assertThat(fixture.rows("select sum(sum_value), sum(days_with_data), min(first_value), max(last_value)"
                        + " from actual_month"))
                .containsExactly("7500 2500 3 3");
        assertThat(fixture.rows(
                        "select import_id, kind, count(*) from import_sample group by import_id, kind order by 1"))
                .containsExactly(first.id() + " NEW 1000", second.id() + " CHANGED 1000");
    }

    private static String[] daily(int days, int value) {
        return Stream.concat(
                        Stream.of("unit;measure;period;value"),
                        LocalDate.of(2019, 1, 1)
                                .datesUntil(LocalDate.of(2019, 1, 1).plusDays(days))
                                .map(day -> "SALES;LEADS;" + day + ";" + value))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void changedValue_isANewRevision_theOldOneStays(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;", "SALES;LEADS;2026-09-02;1;;;;");
        ImportResult result = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;12;;;;", "SALES;LEADS;2026-09-02;1;;;;");
        assertThat(result.counts()).isEqualTo(counts(0, 1, 1, 0));
        assertThat(fixture.rows("select revision, amount from actual_revision where period_start = date '2026-09-01'"
                        + " order by revision"))
                .containsExactly("1 10", "2 12");
        assertThat(fixture.rows("select amount, revision from actual where period_start = date '2026-09-01'"))
                .containsExactly("12 2");
        assertThat(fixture.rows("select sum_value from actual_month")).containsExactly("13");
    }

    @ParameterizedTest
    @EnumSource
    void deletedFact_isATombstone_andNewTheNextTime(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        ImportResult deleted = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;;;DELETE;a mistake;");
        assertThat(deleted.counts()).isEqualTo(counts(0, 0, 0, 1));
        assertThat(fixture.rows("select sum_value, days_with_data, days_in from actual_month"))
                .containsExactly("0 0 0");
        assertThat(fixture.rows("select revision, amount, tombstone, reason from actual_revision order by revision"))
                .containsExactly("1 10 false null", "2 null true a mistake");
        ImportResult again = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;;;DELETE;twice;");
        assertThat(again.counts()).isEqualTo(counts(0, 0, 1, 0));
        ImportResult back = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;11;;;;");
        assertThat(back.counts()).isEqualTo(counts(1, 0, 0, 0));
        assertThat(fixture.rows("select amount, revision from actual")).containsExactly("11 3");
        assertThat(fixture.rows("select sum_value from actual_month")).containsExactly("11");
    }

    @ParameterizedTest
    @EnumSource
    void totalOfAMonth_takesTheDayWithoutDimensions_elseTheSumOfItsParts(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                "unit;measure;period;value;dim.channel;dim.product",
                "SALES;LEADS;2026-09-01;10;;",
                "SALES;LEADS;2026-09-01;3;ads;",
                "SALES;LEADS;2026-09-02;4;ads;",
                "SALES;LEADS;2026-09-02;5;mail;",
                "SALES;LEADS;2026-09-02;8;;a",
                "SALES;LEADS;2026-09-02;1;;b");
        assertThat(fixture.rows("select dims, sum_value, first_value, last_value, days_with_data from actual_month"
                        + " order by dims"))
                .containsExactly(
                        " 19 10 9 2",
                        "channel=ads 7 3 4 2",
                        "channel=mail 5 5 5 1",
                        "product=a 8 8 8 1",
                        "product=b 1 1 1 1");
    }

    @ParameterizedTest
    @EnumSource
    void oneBadRow_keepsTheWholeFileOut(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        List<String> stored = fixture.stored();
        ImportResult result = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;11;;;;",
                "SALE;LEADS;2026-09-02;11;;;;",
                "SALES;LEADS;10/05/2026;1k;;;;",
                "SALES;LEADS;2026-09-03;;;;;");
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(found(result))
                .isEqualTo("E-UNIT-UNKNOWN@3:unit E-NUM-SUFFIX@4:value E-PERIOD-AMBIGUOUS@4:period W-EMPTY@5:value");
        assertThat(result.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 1, 0, 2));
        assertThat(fixture.stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void partialMode_appliesTheGoodRows(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportMode.PARTIAL);
        ImportResult result = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;11;;;;",
                "SALE;LEADS;2026-09-02;11;;;;",
                "SALES;LEADS;2026-09-04;1;;;;",
                "SALES;LEADS;2026-09-04;2;;;;",
                "SALES;LEADS;2026-09-01;11;;;;");
        assertThat(result.state()).isEqualTo(ImportState.PARTIAL);
        assertThat(found(result))
                .isEqualTo("E-UNIT-UNKNOWN@3:unit E-ROW-CONFLICT@4:value E-ROW-CONFLICT@5:value" + " W-ROW-DUP@6");
        assertThat(result.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0, 3));
        assertThat(fixture.rows("select period_start, amount from actual")).containsExactly("2026-09-01 11");
    }

    @ParameterizedTest
    @EnumSource
    void dryRun_countsAndWritesNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;", "SALES;LEADS;2026-09-02;10;;;;");
        List<String> stored = fixture.stored();
        fixture.dry(true);
        String[] lines = {
            HEADER,
            "SALES;LEADS;2026-09-01;11;;;;",
            "SALES;LEADS;2026-09-02;;;DELETE;wrong;",
            "SALES;LEADS;2026-09-03;1;;;;"
        };
        ImportResult tried = fixture.lines(lines);
        assertThat(tried.state()).isEqualTo(ImportState.VALIDATED);
        assertThat(tried.counts()).isEqualTo(counts(1, 1, 0, 1));
        assertThat(fixture.stored()).isEqualTo(stored);
        ImportResult done = fixture.dry(false).lines(lines);
        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(done.counts()).isEqualTo(tried.counts());
        assertThat(done.duplicateOf()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rejectPolicy_refusesADifferentValue_withTheStoredOne(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        ImportResult result = fixture.with(ImportPolicy.REJECT)
                .lines(HEADER, "SALES;LEADS;2026-09-01;11;;;;", "SALES;LEADS;2026-09-02;10;;;;");
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(found(result)).isEqualTo("E-VALUE-CONFLICT@2:value");
        assertThat(result.issues().get(0).arguments()).containsExactly("10");
        assertThat(fixture.rows("select amount from actual")).containsExactly("10");
    }

    @ParameterizedTest
    @EnumSource
    void newerPolicy_refusesWhatWasExtractedEarlier(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;2026-09-10T00:00:00Z");
        fixture.with(ImportPolicy.NEWER).with(ImportMode.PARTIAL);
        ImportResult stale = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;9;;;;2026-09-09T00:00:00Z");
        assertThat(found(stale)).isEqualTo("E-STALE@2:asOf");
        ImportResult newer = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;12;;;;2026-09-11T00:00:00Z");
        assertThat(newer.counts()).isEqualTo(counts(0, 1, 0, 0));
        assertThat(fixture.rows("select amount from actual")).containsExactly("12");
    }

    @ParameterizedTest
    @EnumSource
    void idempotencyKey_replaysTheFirstAnswer_andIsRefusedForAnotherFile(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).keyed("k1");
        ImportResult first = fixture.lines(HEADER, "SALES;LEEDS;2026-09-01;10;;;;");
        ImportResult replayed = fixture.lines(HEADER, "SALES;LEEDS;2026-09-01;10;;;;");
        assertThat(replayed).isEqualTo(first);
        assertThatThrownBy(() -> fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;"))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-IDEMPOTENCY");
    }

    @ParameterizedTest
    @EnumSource
    void fileThatIsNoTable_isRefused_withCodeRowAndColumn(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;;");
        List<String> stored = fixture.stored();
        String good = HEADER + "\nSALES;LEADS;2026-09-01;11;;;;\n";
        assertThat(found(fixture.bytes(new byte[0]))).isEqualTo("E-FILE-EMPTY@1");
        assertThat(found(fixture.lines(HEADER))).isEqualTo("E-FILE-EMPTY@2");
        assertThat(found(fixture.lines("unit;measure;period;amount", "SALES;LEADS;2026-09-01;11")))
                .isEqualTo("E-COL-MISSING@1:value W-COL-UNKNOWN@1:amount");
        assertThat(found(fixture.bytes(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1})))
                .isEqualTo("E-FILE-FORMAT@null");
        assertThat(found(fixture.bytes((good + "\0").getBytes(StandardCharsets.UTF_8))))
                .startsWith("E-FILE-FORMAT@");
        assertThat(found(fixture.bytes(
                        (good + "SALES;LEADS;2026-09-02;11;реклама;;;\n").getBytes(Charset.forName("windows-1251")))))
                .isEqualTo("E-ENCODING@3");
        String endless = good + "SALES;LEADS;2026-09-01;11;" + "x".repeat(30_000_000) + ";;;\n";
        assertThat(found(fixture.bytes(endless.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("E-LIMIT@3");
        assertThat(found(fixture.bytes("x".repeat(30_000_000).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("E-LIMIT@1");
        assertThat(found(fixture.lines(";".repeat(20_000)))).isEqualTo("E-LIMIT@1");
        assertThat(found(fixture.lines(HEADER, "SALES;LEADS;2026-09-01;11"))).isEqualTo("E-ROW-WIDTH@2");
        assertThat(found(fixture.lines(HEADER, "SALES;LEADS;10/05/2026;11;;;;")))
                .isEqualTo("E-PERIOD-AMBIGUOUS@2:period");
        assertThat(fixture.stored()).isEqualTo(stored);
        assertThat(fixture.rows("select count(*) from import_run where state = 'REJECTED'"))
                .containsExactly("11");
    }

    @ParameterizedTest
    @EnumSource
    void tables_areReadWithAnyDelimiter_byteOrderMark_andQuotedLines(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.bytes("\ufeffunit,measure,period,value,note\r\nSALES,LEADS,2026-09-01,1,\"a\r\nb, \"\"c\"\"\"\r\n"
                .getBytes(StandardCharsets.UTF_8));
        ImportResult tabs =
                fixture.lines("unit\tmeasure\tperiod\tvalue\tnote", "", "SALES\tLEADS\t2026-09-02\t2\tx;y,z");
        fixture.lines(
                "\"unit\";\"measure\";\"period\";\"value\";\"dim.channel\"", "SALES;LEADS;2026-09-03;3;рек\\лама");
        assertThat(fixture.rows("select period_start, dims, amount, row_no from actual order by 1"))
                .containsExactly("2026-09-01  1 2", "2026-09-02  2 3", "2026-09-03 channel=рек\\лама 3 2");
        assertThat(tabs.issues()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findings_areStoredWithTheImport(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        StringBuilder file = new StringBuilder(HEADER + "\n");
        for (int i = 0; i < 1_200; i++) {
            file.append("SALE;LEADS;2026-09-01;").append(i).append(";;;;\n");
        }
        ImportResult result = fixture.bytes(file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(result.issues()).hasSize(1_000);
        assertThat(result.issuesTotal()).isEqualTo(1_200);
        try (var connection = fixture.connection()) {
            assertThat(new ImportRuns(connection).find(result.id())).contains(result);
            ImportReader anna = new ImportReader("anna", Set.of());
            assertThat(new ImportRuns(connection).list(anna, Long.MAX_VALUE, 10))
                    .hasSize(1);
        }
    }
}
