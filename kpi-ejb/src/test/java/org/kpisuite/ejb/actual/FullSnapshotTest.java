package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.storage.TestDatabase;

/** What is missing in a full snapshot is deleted, as its dry run has shown it (§8.6), the same on both databases. */
class FullSnapshotTest {
    private static final String HEADER = "unit;measure;period;value;dim.channel;source;asOf";
    private static final String SCOPE =
            "\"scope\":{\"units\":[\"SALES\"],\"measures\":[\"LEADS\"],\"from\":\"2026-08\",\"to\":\"2026-09\"}";
    private static final String[] WITHOUT_TWO = {HEADER, "SALES;LEADS;2026-09-01;11;;;", "SALES;LEADS;2026-09-04;40;;;"
    };

    @TempDir
    private Path folder;

    private static ImportProfile profile(String scope) {
        return ProfileDocument.read(
                "crm",
                "{\"name\":{\"en\":\"CRM\",\"ru\":\"CRM\"},\"source\":\"CRM\",\"fullSnapshot\":true," + scope + "}");
    }

    /** Facts inside the scope and, in every direction, outside of it. */
    private ImportFixture stored(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;10;;CRM;",
                "SALES;LEADS;2026-09-02;20;;CRM;",
                "SALES;LEADS;2026-09-03;30;social;CRM;",
                "SALES;LEADS;2026-09;90;;CRM;",
                "SALES;LEADS;2026-07-31;1;;CRM;",
                "SALES;LEADS;2026-10-01;2;;CRM;",
                "SALES;LEADS;2026-Q3;300;;CRM;",
                "SALES;LEADS;2026-W40;3;;CRM;",
                "SALES;LEADS;2026-09-02;20;;SHOP;",
                "SALES;ORDERS;2026-09-02;4;;CRM;",
                "MARKETING;LEADS;2026-09-02;5;;CRM;");
        return fixture.by(profile(SCOPE));
    }

    private static List<String> left(ImportFixture fixture) throws SQLException {
        return fixture.rows("select unit, measure, dims, grain, period_start, source, amount from actual"
                + " where amount is not null order by 1, 2, 3, 4, 5, 6");
    }

    private static ImportResult dry(ImportFixture fixture, String... lines) throws SQLException, IOException {
        ImportResult tried = fixture.dry(true).confirming(null).lines(lines);
        fixture.dry(false);
        return tried;
    }

    private static List<String> found(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.row() + " " + i.code() + " " + i.value() + " " + i.arguments())
                .toList();
    }

    private static List<String> changes(ImportFixture fixture, long id) throws SQLException {
        try (Connection connection = fixture.connection()) {
            return new ImportSamples(connection)
                    .list(id, Imports.FIRST, 100, CompanyCalendar.STANDARD).stream()
                            .map(c -> c.kind() + " " + c.row() + " " + c.dims()
                                    + c.period().code() + " " + c.old())
                            .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void dryRun_listsWhatIsMissing_first_andWritesNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        List<String> before = fixture.stored();
        ImportResult tried = dry(fixture, WITHOUT_TWO);
        assertThat(tried.state()).isEqualTo(ImportState.VALIDATED);
        assertThat(tried.counts()).isEqualTo(new ImportCounts(1, 1, 0, 3, 0, 0, 0));
        assertThat(changes(fixture, tried.id()))
                .containsExactly(
                        "DELETED 0 2026-09-02 20.0000000000",
                        "DELETED 0 2026-09 90.0000000000",
                        "DELETED 0 channel=social2026-09-03 30.0000000000",
                        "CHANGED 2 2026-09-01 10.0000000000",
                        "NEW 3 2026-09-04 null");
        assertThat(fixture.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void withoutItsDryRun_theWholeFileIsRefused_andSaysHow(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        List<String> before = fixture.stored();
        for (ImportMode mode : ImportMode.values()) {
            ImportResult refused = fixture.with(mode).lines(WITHOUT_TWO);
            assertThat(refused.state()).isEqualTo(ImportState.REJECTED);
            assertThat(found(refused)).containsExactly("null E-SNAPSHOT-CONFIRM null [3]");
        }
        assertThat(fixture.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void withItsDryRun_whatIsMissingIsDeleted_withAReasonThatNamesTheImport_nothingElse(TestDatabase database)
            throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult tried = dry(fixture, WITHOUT_TWO);
        ImportResult loaded = fixture.confirming(tried.id()).lines(WITHOUT_TWO);
        assertThat(loaded.state()).isEqualTo(ImportState.APPLIED);
        assertThat(loaded.counts()).isEqualTo(tried.counts());
        assertThat(left(fixture))
                .containsExactly(
                        "MARKETING LEADS  D 2026-09-02 CRM 5",
                        "SALES LEADS  D 2026-07-31 CRM 1",
                        "SALES LEADS  D 2026-09-01 CRM 11",
                        "SALES LEADS  D 2026-09-02 SHOP 20",
                        "SALES LEADS  D 2026-09-04 CRM 40",
                        "SALES LEADS  D 2026-10-01 CRM 2",
                        "SALES LEADS  Q 2026-07-01 CRM 300",
                        "SALES LEADS  W 2026-09-28 CRM 3",
                        "SALES ORDERS  D 2026-09-02 CRM 4");
        assertThat(fixture.rows("select distinct reason, tombstone, import_id, row_no from actual_revision"
                        + " where amount is null"))
                .containsExactly("Import " + loaded.id() + ": missing in the full snapshot facts.csv true "
                        + loaded.id() + " 0");
        assertThat(
                        fixture.rows(
                                "select sum_value, days_with_data from actual_month where source = 'CRM'"
                                        + " and unit = 'SALES' and measure = 'LEADS' and dims = '' and month_start = date '2026-09-01'"))
                .containsExactly("51 2");
    }

    @ParameterizedTest
    @EnumSource
    void undo_bringsTheDeletedBack(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        List<String> before = left(fixture);
        ImportResult tried = dry(fixture, WITHOUT_TWO);
        ImportResult loaded = fixture.confirming(tried.id()).lines(WITHOUT_TWO);
        assertThat(left(fixture)).isNotEqualTo(before);
        fixture.process().undo(loaded.id(), "anna", "wrong export", fixture.setting(fixture.order()), Set.of("SALES"));
        assertThat(left(fixture)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void dryRunOfOtherBytes_orOfOtherDeletions_confirmsNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult other = dry(fixture, HEADER, "SALES;LEADS;2026-09-01;11;;;");
        assertThat(found(fixture.confirming(other.id()).lines(WITHOUT_TWO)))
                .containsExactly("null E-SNAPSHOT-CONFIRM null [3]");

        ImportResult tried = dry(fixture, WITHOUT_TWO);
        fixture.by(ImportProfile.standard()).lines(HEADER, "SALES;LEADS;2026-09-02;21;;CRM;");
        fixture.by(profile(SCOPE));
        assertThat(found(fixture.confirming(tried.id()).lines(WITHOUT_TWO)))
                .as("the value that would be deleted is not the one that was shown")
                .containsExactly("null E-SNAPSHOT-CONFIRM null [3]");
        ImportResult again = dry(fixture, WITHOUT_TWO);
        assertThat(fixture.confirming(again.id()).lines(WITHOUT_TWO).state()).isEqualTo(ImportState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource
    void fileThatHoldsEverything_needsNoDryRun(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult whole = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;10;;;",
                "SALES;LEADS;2026-09-02;20;;;",
                "SALES;LEADS;2026-09-03;31;social;;",
                "SALES;LEADS;2026-09;90;;;");
        assertThat(whole.state()).isEqualTo(ImportState.APPLIED);
        assertThat(whole.counts()).isEqualTo(new ImportCounts(0, 1, 3, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void refusedRows_mayBeWhatSeemsToBeMissing_soThatNothingIsDeleted(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database).with(ImportMode.PARTIAL);
        ImportResult part = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;11;;;", "SALES;LEADS;2026-09-02;zwanzig;;;");
        assertThat(part.state()).isEqualTo(ImportState.PARTIAL);
        assertThat(part.counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 0, 0, 1));
        assertThat(found(part)).contains("null W-SNAPSHOT-PART null []");
    }

    @ParameterizedTest
    @EnumSource
    void missingFactsOfAClosedMonth_waitInQuarantine_ofALockedOne_areRefused(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        fixture.by(ImportProfile.standard()).lines(HEADER, "SALES;LEADS;2026-08-30;8;;CRM;");
        fixture.by(profile(SCOPE));
        ClosedPeriodsTest.close(fixture, Period.parse("2026-08"));
        ImportResult tried = dry(fixture, WITHOUT_TWO);
        assertThat(tried.counts()).isEqualTo(new ImportCounts(1, 1, 0, 3, 0, 1, 0));
        assertThat(tried.trail().missing()).isEqualTo(4);
        assertThat(found(tried)).contains("null E-PERIOD-CLOSED SALES LEADS 2026-08-30 [2026-08-30]");
        ImportResult loaded = fixture.confirming(tried.id()).lines(WITHOUT_TWO);
        assertThat(loaded.state()).isEqualTo(ImportState.APPLIED);
        assertThat(loaded.counts()).isEqualTo(tried.counts());
        assertThat(fixture.rows("select row_no, period_start, amount, old_amount, reason, state from quarantine"))
                .containsExactly(
                        "0 2026-08-30 null 8 Import " + loaded.id() + ": missing in the full snapshot facts.csv OPEN");

        ClosedPeriodsTest.lock(fixture, Period.parse("2026-08"));
        ImportResult locked = dry(fixture, HEADER, "SALES;LEADS;2026-09-01;12;;;");
        assertThat(locked.state()).isEqualTo(ImportState.REJECTED);
        assertThat(found(locked)).contains("null E-PERIOD-LOCKED SALES LEADS 2026-08-30 [2026-08-30]");
    }

    @ParameterizedTest
    @EnumSource
    void policies_holdForWhatIsMissing_too(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult kept = dry(fixture.with(ImportPolicy.REJECT), HEADER, "SALES;LEADS;2026-09-01;10;;;");
        assertThat(found(kept))
                .containsExactly(
                        "null E-VALUE-CONFLICT SALES LEADS 2026-09-02 [20]",
                        "null E-VALUE-CONFLICT SALES LEADS 2026-09-01 [90]",
                        "null E-VALUE-CONFLICT SALES LEADS channel=social 2026-09-03 [30]");
        ImportResult stale =
                dry(fixture.with(ImportPolicy.NEWER), HEADER, "SALES;LEADS;2026-09-01;10;;;2026-09-30T00:00:00Z");
        assertThat(found(stale)).hasSize(3).allMatch(f -> f.startsWith("null E-STALE SALES LEADS"));
    }

    @ParameterizedTest
    @EnumSource
    void boundsThatAreNotDeclared_areThoseOfTheFile_andAFileOfNothingDeletesNothing(TestDatabase database)
            throws Exception {
        ImportFixture fixture = stored(database)
                .by(profile("\"scope\":{\"units\":[\"SALES\",\"MARKETING\"],\"measures\":[\"LEADS\"]}"));
        ImportResult tried = dry(fixture, HEADER, "SALES;LEADS;2026-09-02;20;;;", "SALES;LEADS;2026-09-05;1;;;");
        assertThat(changes(fixture, tried.id()))
                .containsExactly(
                        "DELETED 0 2026-09-02 5.0000000000",
                        "DELETED 0 channel=social2026-09-03 30.0000000000",
                        "UNCHANGED 2 2026-09-02 20.0000000000",
                        "NEW 3 2026-09-05 null");
        assertThat(dry(fixture, HEADER, "SALES;LEADS;2026-09-02;—;;;").counts())
                .isEqualTo(new ImportCounts(0, 0, 0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void unitsOfOthers_areNotDeletedFrom(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database)
                .by(profile("\"scope\":{\"units\":[\"SALES\",\"MARKETING\"],\"measures\":[\"LEADS\"]}"))
                .knowing(new SampleCodes(Set.of("SALES"), "RUB"));
        ImportResult tried = dry(fixture, HEADER, "SALES;LEADS;2026-09-02;20;;;");
        assertThat(tried.counts().deleted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void fileOfOneUnit_isASnapshotOfThatUnit(TestDatabase database) throws Exception {
        ImportProfile asking = ProfileDocument.read(
                "crm",
                "{\"name\":{\"en\":\"CRM\",\"ru\":\"CRM\"},\"source\":\"CRM\",\"fullSnapshot\":true,"
                        + "\"scope\":{\"measures\":[\"LEADS\"],\"from\":\"2026-09\",\"to\":\"2026-09\"},"
                        + "\"long\":{\"columns\":{\"unit\":{\"ask\":true}}}}");
        ImportFixture fixture = stored(database).by(asking.ofUnit("MARKETING")).ofUnit("MARKETING");
        ImportResult tried = dry(fixture, "measure;period;value", "LEADS;2026-09-03;5");
        assertThat(changes(fixture, tried.id()))
                .containsExactly("DELETED 0 2026-09-02 5.0000000000", "NEW 2 2026-09-03 null");
    }

    @ParameterizedTest
    @EnumSource
    void sameKeyWithAnotherDryRun_isAnotherRequest(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult tried = dry(fixture, WITHOUT_TWO);
        fixture.keyed("monday").lines(WITHOUT_TWO);
        try {
            fixture.confirming(tried.id()).lines(WITHOUT_TWO);
        } catch (KpiException e) {
            assertThat(e.code().text()).isEqualTo("E-IDEMPOTENCY");
            return;
        }
        throw new AssertionError("replayed");
    }
}
