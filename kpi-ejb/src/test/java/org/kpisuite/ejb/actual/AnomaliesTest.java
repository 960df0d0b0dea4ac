package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.storage.TestDatabase;

/** What an import says of unusual values and files (§8.4). Today is 2026-10-05. */
class AnomaliesTest {
    private static final String HEADER = "unit,measure,period,value,dim.channel";

    @TempDir
    private Path folder;

    private static List<String> found(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.row() + " " + i.code() + " " + i.arguments())
                .toList();
    }

    /** Nine days of September from the first, around a hundred, of the total and of a channel. */
    private static List<String> september() {
        int[] values = {100, 102, 98, 101, 99, 103, 97, 100, 101};
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int day = 1; day <= values.length; day++) {
            LocalDate on = LocalDate.of(2026, 9, day);
            lines.add("SALES,SESSIONS," + on + "," + values[day - 1] + ",");
            lines.add("SALES,LEADS," + on + "," + values[day - 1] + ",ads");
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void valueFarFromTheLast_isSaid_onADryRunToo(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        assertThat(fixture.lines(september().toArray(String[]::new)).issues()).isEmpty();
        String[] next = {
            HEADER,
            "SALES,SESSIONS,2026-09-10,120,",
            "SALES,LEADS,2026-09-10,105,ads",
            "SALES,LEADS,2026-09-10,9000,mail",
            "MARKETING,SESSIONS,2026-09-10,9000,"
        };
        ImportResult tried = fixture.dry(true).lines(next);
        assertThat(found(tried)).containsExactly("2 W-OUTLIER [120, 101 ± 11.12]");
        ImportResult done = fixture.dry(false).lines(next);
        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(found(done)).isEqualTo(found(tried));
    }

    @ParameterizedTest
    @EnumSource
    void everyPeriodOfAFile_isLookedAt_andASlipInItsMiddleIsSaidOnce(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        List<String> lines = september();
        lines.add("SALES,SESSIONS,2026-09-10,1010,");
        lines.add("SALES,SESSIONS,2026-09-11,102,");
        lines.add("SALES,SESSIONS,2026-09-12,99,");
        String[] firstLoad = lines.toArray(String[]::new);
        ImportResult tried = fixture.dry(true).lines(firstLoad);
        assertThat(found(tried)).containsExactly("20 W-OUTLIER [1010, 101 ± 11.12]");
        assertThat(found(fixture.dry(false).lines(firstLoad))).isEqualTo(found(tried));
    }

    @ParameterizedTest
    @EnumSource
    void correctionOfAnEarlierPeriod_isLookedAt_andNotWhatOthersWrote(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(september().toArray(String[]::new));
        assertThat(found(fixture.lines(HEADER, "SALES,SESSIONS,2026-09-10,300,")))
                .containsExactly("2 W-OUTLIER [300, 101 ± 11.12]");
        ImportResult after = fixture.lines(HEADER, "SALES,SESSIONS,2026-09-11,301,", "SALES,LEADS,2026-09-12,100,ads");
        assertThat(after.issues()).as("the others stay where that slip was").isEmpty();
        ImportResult corrected =
                fixture.lines(HEADER, "SALES,SESSIONS,2026-09-09,900,", "SALES,SESSIONS,2026-09-12,301,");
        assertThat(found(corrected)).containsExactly("2 W-OUTLIER [900, 100 ± 11.12]");
    }

    @Test
    void asManyPeriodsAreLookedAt_asTheValuesOfAllSeriesAllow() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        LocalDate last = LocalDate.of(2026, 9, 30);
        DeliverySketch.Span span = new DeliverySketch.Span(first, last);
        assertThat(Anomalies.window("D", span, 100)).isEqualTo(new Anomalies.Window("D", first, last, 100, true));
        assertThat(Anomalies.window("D", span, 1_000))
                .isEqualTo(new Anomalies.Window("D", last.minusDays(103), last, 1_000, false));
        assertThat(Anomalies.window("D", span, 900_000))
                .isEqualTo(new Anomalies.Window("D", last.minusDays(7), last, 900_000, false));
        assertThat(Anomalies.window("D", new DeliverySketch.Span(last, last), 6_000)
                        .whole())
                .isFalse();
        assertThat(Anomalies.window("M", span, 4_000).first()).isEqualTo(last.minusMonths(13));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftOut_isSaid(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i <= Anomalies.SERIES_MAX; i++) {
            lines.add("SALES,LEADS,2026-09-01,1,c" + i);
        }
        String[] file = lines.toArray(String[]::new);
        ImportResult tried = fixture.dry(true).lines(file);
        assertThat(found(tried)).containsExactly("null W-OUTLIER-PART [5000, 5001, 2026-09-01]");
        assertThat(found(fixture.dry(false).lines(file))).isEqualTo(found(tried));
    }

    @ParameterizedTest
    @EnumSource
    void fileWithLessThanHalfTheRows_isSaid_byProfileAndSource(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        for (int month = 1; month <= 3; month++) {
            assertThat(fixture.lines(rows(month, 10, "CRM")).issues()).isEmpty();
        }
        assertThat(fixture.lines(rows(4, 5, "CRM")).issues()).isEmpty();
        assertThat(found(fixture.lines(rows(5, 4, "CRM")))).containsExactly("null W-INCOMPLETE-FEED [4, 10]");
        assertThat(fixture.lines(rows(6, 1, "SHOP")).issues()).isEmpty();
    }

    /** A small shop is not thin because a large one uses the same profile, nor hides it that the large one lost half. */
    @ParameterizedTest
    @EnumSource
    void filesOfOneProfile_areComparedWithThoseOfTheirUnit(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        for (int month = 1; month <= 3; month++) {
            fixture.ofUnit("SALES").lines(rows(month, 20, "CRM"));
            fixture.ofUnit("MARKETING").lines(rows(month, 3, "CRM"));
        }
        assertThat(fixture.ofUnit("MARKETING").lines(rows(4, 2, "CRM")).issues())
                .isEmpty();
        assertThat(found(fixture.ofUnit("SALES").lines(rows(4, 9, "CRM"))))
                .containsExactly("null W-INCOMPLETE-FEED [9, 20]");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEnteredByHand_isNoFeed_andNeverThin(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        for (int month = 1; month <= 4; month++) {
            fixture.lines(rows(month, 10, ""));
        }
        assertThat(fixture.lines(rows(5, 1, "")).issues()).isEmpty();
        assertThat(fixture.dry(true).lines(rows(6, 1, "MANUAL")).issues()).isEmpty();
    }

    private static String[] rows(int month, int days, String source) {
        List<String> lines = new ArrayList<>(List.of("unit,measure,period,value,source"));
        for (int day = 1; day <= days; day++) {
            lines.add("SALES,SESSIONS," + LocalDate.of(2026, month, day) + ",1," + source);
        }
        return lines.toArray(String[]::new);
    }
}
