package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.storage.TestDatabase;

/** What each policy does with every kind of row (§8.6), the same on both databases. */
class PolicyTest {
    private static final String HEADER = "unit;measure;period;value;op;reason;asOf";
    private static final String DAY = ";;;2026-09-10T00:00:00Z";
    private static final String EARLIER = ";;;2026-09-09T23:59:59Z";
    private static final String LATER = ";;;2026-09-10T00:00:01Z";

    @TempDir
    private Path folder;

    private static List<String> found(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.row() + " " + i.code() + " " + i.arguments())
                .toList();
    }

    private ImportFixture stored(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;10" + DAY,
                "SALES;LEADS;2026-09-02;20" + DAY,
                "SALES;LEADS;2026-09-03;30" + DAY);
        return fixture;
    }

    @ParameterizedTest
    @EnumSource
    void restate_takesEverything_whateverItsInstant(TestDatabase database) throws Exception {
        ImportResult result = stored(database)
                .lines(
                        HEADER,
                        "SALES;LEADS;2026-09-01;11" + EARLIER,
                        "SALES;LEADS;2026-09-02;20" + EARLIER,
                        "SALES;LEADS;2026-09-03;;DELETE;twice;2026-09-01",
                        "SALES;LEADS;2026-09-04;40" + EARLIER);
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.counts()).isEqualTo(new ImportCounts(1, 1, 1, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void reject_refusesEachOtherValueAndDeletion_withTheStoredOne_equalAndNewOnesPass(TestDatabase database)
            throws Exception {
        ImportFixture fixture = stored(database).with(ImportPolicy.REJECT).with(ImportMode.PARTIAL);
        ImportResult result = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;11" + LATER,
                "SALES;LEADS;2026-09-02;20,0" + LATER,
                "SALES;LEADS;2026-09-03;;DELETE;twice;",
                "SALES;LEADS;2026-09-04;40" + LATER);
        assertThat(found(result)).containsExactly("2 E-VALUE-CONFLICT [10]", "4 E-VALUE-CONFLICT [30]");
        assertThat(result.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0, 2));
        assertThat(fixture.rows("select amount from actual order by period_start"))
                .containsExactly("10", "20", "30", "40");
    }

    @ParameterizedTest
    @EnumSource
    void newer_takesOnlyWhatWasExtractedLater_equalAndNewOnesPass(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database).with(ImportPolicy.NEWER).with(ImportMode.PARTIAL);
        ImportResult result = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;11" + DAY,
                "SALES;LEADS;2026-09-02;20" + EARLIER,
                "SALES;LEADS;2026-09-03;33" + LATER,
                "SALES;LEADS;2026-09-04;40" + EARLIER);
        assertThat(found(result)).containsExactly("2 E-STALE [2026-09-10T00:00:00Z]");
        assertThat(result.counts()).isEqualTo(new ImportCounts(1, 1, 1, 0, 0, 0, 1));
        assertThat(fixture.rows("select amount from actual order by period_start"))
                .containsExactly("10", "20", "33", "40");
    }

    @ParameterizedTest
    @EnumSource
    void newer_equalValueExtractedLater_makesAFileFromInBetweenStale_andIsNoChange(TestDatabase database)
            throws Exception {
        ImportFixture fixture = stored(database);
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;10;;;2026-09-12T00:00:00Z");
        fixture.with(ImportPolicy.NEWER).with(ImportMode.PARTIAL);
        fixture.dry(true).lines(HEADER, "SALES;LEADS;2026-09-01;10;;;2026-09-14T00:00:00Z");
        assertThat(fixture.rows("select distinct as_of from actual"))
                .as("neither a restatement nor a dry run says when a value was seen last")
                .hasSize(1);

        ImportResult same = fixture.dry(false)
                .lines(
                        HEADER,
                        "SALES;LEADS;2026-09-01;10,0;;;2026-09-12T00:00:00Z",
                        "SALES;LEADS;2026-09-02;20" + EARLIER,
                        "SALES;LEADS;2026-09-03;;DELETE;gone;2026-09-12T00:00:00Z");
        assertThat(same.counts()).isEqualTo(new ImportCounts(0, 0, 2, 1, 0, 0, 0));
        fixture.lines(HEADER, "SALES;LEADS;2026-09-03;;DELETE;gone;2026-09-13T00:00:00Z");
        ImportResult between = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-09-01;11;;;2026-09-11T00:00:00Z",
                "SALES;LEADS;2026-09-02;21;;;2026-09-11T00:00:00Z",
                "SALES;LEADS;2026-09-03;33;;;2026-09-12T12:00:00Z");
        assertThat(found(between))
                .containsExactly("2 E-STALE [2026-09-12T00:00:00Z]", "4 E-STALE [2026-09-13T00:00:00Z]");
        assertThat(fixture.rows("select period_start, amount, revision from actual order by period_start"))
                .containsExactly("2026-09-01 10 1", "2026-09-02 21 2", "2026-09-03 null 2");
    }

    @ParameterizedTest
    @EnumSource
    void newer_holdsForDeletionsAndForWhatWasDeleted(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database).with(ImportPolicy.NEWER).with(ImportMode.PARTIAL);
        ImportResult stale = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;;DELETE;twice;2026-09-09T00:00:00Z");
        assertThat(found(stale)).containsExactly("2 E-STALE [2026-09-10T00:00:00Z]");
        fixture.lines(HEADER, "SALES;LEADS;2026-09-01;;DELETE;twice;2026-09-12T00:00:00Z");
        ImportResult older = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;12" + LATER);
        assertThat(found(older)).containsExactly("2 E-STALE [2026-09-12T00:00:00Z]");
        ImportResult back = fixture.lines(HEADER, "SALES;LEADS;2026-09-01;12;;;2026-09-13T00:00:00Z");
        assertThat(back.counts().created()).isEqualTo(1);
    }

    /** Whoever reads the refusal looks for the column by the name that it has in his file. */
    @ParameterizedTest
    @EnumSource
    void columnsAreCalledAsInTheFile(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database).with(ImportMode.PARTIAL);
        String header = "Подразделение;показатель;период;Значение;на дату";
        ImportResult refused = fixture.with(ImportPolicy.REJECT).lines(header, "SALES;LEADS;2026-09-01;11;");
        assertThat(columns(refused)).containsExactly("E-VALUE-CONFLICT Значение 11");
        ImportResult stale =
                fixture.with(ImportPolicy.NEWER).lines(header, "SALES;LEADS;2026-09-01;11;2026-09-01T00:00:00Z");
        assertThat(columns(stale)).containsExactly("E-STALE на дату 2026-09-01T00:00:00Z");
        ImportResult twice = fixture.lines(header, "SALES;LEADS;2026-09-05;1;", "SALES;LEADS;2026-09-05;2;");
        assertThat(columns(twice)).containsExactly("E-ROW-CONFLICT Значение 1", "E-ROW-CONFLICT Значение 2");
    }

    private static List<String> columns(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.code() + " " + i.column() + " " + i.value())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void deletionWithoutAReason_isRefused(TestDatabase database) throws Exception {
        ImportResult result = stored(database).lines(HEADER, "SALES;LEADS;2026-09-01;;DELETE;;");
        assertThat(found(result)).containsExactly("2 E-REASON-MISSING []");
    }
}
