package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.storage.TestDatabase;

/** Totals beside their parts (§8.2): both are kept, and a difference of more than half a percent is said. */
class TotalMismatchesTest {
    private static final String HEADER = "unit,measure,period,value,dim.channel,dim.product";

    @TempDir
    private Path folder;

    private static List<String> found(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.row() + " " + i.code() + " " + i.arguments())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void breakdownThatIsNotTheTotal_isSaid_onADryRunToo(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        String[] lines = {
            HEADER,
            "SALES,LEADS,2026-09-01,1000,,",
            "SALES,LEADS,2026-09-01,600,ads,",
            "SALES,LEADS,2026-09-01,395,mail,",
            "SALES,LEADS,2026-09-01,994,,a",
            "SALES,LEADS,2026-09-02,10,,",
            "SALES,LEADS,2026-09-03,10,ads,",
            "SALES,USERS,2026-09-01,10,,",
            "SALES,USERS,2026-09-01,9,ads,",
        };
        ImportResult tried = fixture.dry(true).lines(lines);
        assertThat(found(tried)).containsExactly("2 W-TOTAL-MISMATCH [1000, 994]");
        ImportResult done = fixture.dry(false).lines(lines);
        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(found(done)).isEqualTo(found(tried));
        assertThat(done.counts().created()).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void partThatCameLater_isComparedWithTheStoredTotal_andNothingElseIs(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        String[] whole = {
            HEADER, "SALES,LEADS,2026-09-01,100,,", "SALES,LEADS,2026-09-01,90,ads,", "SALES,LEADS,2026-09-01,10,mail,"
        };
        assertThat(fixture.lines(whole).issues()).isEmpty();
        String[] next = {HEADER, "SALES,LEADS,2026-09-02,50,,", "SALES,LEADS,2026-09-02,40,ads,"};
        assertThat(found(fixture.lines(next))).containsExactly("2 W-TOTAL-MISMATCH [50, 40]");
        String[] part = {HEADER, "SALES,LEADS,2026-09-02,11,mail,"};
        assertThat(found(fixture.dry(true).lines(part))).containsExactly("2 W-TOTAL-MISMATCH [50, 51]");
        assertThat(found(fixture.dry(false).lines(part))).containsExactly("2 W-TOTAL-MISMATCH [50, 51]");
        assertThat(fixture.lines(HEADER, "SALES,LEADS,2026-09-02,10,mail,").issues())
                .isEmpty();
    }

    /** Not every part is always delivered: who was told once does not hear it each day. */
    @ParameterizedTest
    @EnumSource
    void breakdownThatNeverIsComplete_isSaidWhereThatBegins_andWhereItExceedsItsTotal(TestDatabase database)
            throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        assertThat(found(fixture.lines(HEADER, total(1), ads(1, 60), total(2), ads(2, 59))))
                .containsExactly("2 W-TOTAL-MISMATCH [100, 60]");
        assertThat(fixture.lines(HEADER, total(3), ads(3, 61)).issues()).isEmpty();
        String[] more = {
            HEADER, total(4), ads(4, 120), total(5), ads(5, 100), total(6), ads(6, 58), total(7), ads(7, 58)
        };
        ImportResult tried = fixture.dry(true).lines(more);
        assertThat(found(tried)).containsExactly("2 W-TOTAL-MISMATCH [100, 120]", "6 W-TOTAL-MISMATCH [100, 58]");
        assertThat(found(fixture.dry(false).lines(more))).isEqualTo(found(tried));
    }

    private static String total(int day) {
        return "SALES,LEADS,2026-09-0" + day + ",100,,";
    }

    private static String ads(int day, int leads) {
        return "SALES,LEADS,2026-09-0" + day + "," + leads + ",ads,";
    }

    @ParameterizedTest
    @EnumSource
    void monthBesideAllOfItsDays_isCompared_besideSomeItIsNot(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (LocalDate day = LocalDate.of(2026, 8, 1); day.getMonthValue() == 8; day = day.plusDays(1)) {
            lines.add("SALES,LEADS," + day + ",10,,");
        }
        lines.add("SALES,LEADS,2026-09-01,10,,");
        assertThat(fixture.lines(lines.toArray(String[]::new)).issues()).isEmpty();
        ImportResult months = fixture.lines(
                HEADER, "SALES,LEADS,2026-08,320,,", "SALES,LEADS,2026-09,320,,", "SALES,LEADS,2026-07,1,,");
        assertThat(found(months)).containsExactly("2 W-TOTAL-MISMATCH [320, 310]");
        ImportResult day = fixture.lines(HEADER, "SALES,LEADS,2026-08-31,12,,");
        assertThat(found(day)).containsExactly("null W-TOTAL-MISMATCH [320, 312]");
    }
}
