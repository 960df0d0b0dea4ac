package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Given;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.actual.PeriodGiven;
import org.kpisuite.domain.actual.RowForm.Skipped;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.storage.TestDatabase;

/** The good rows of a file: only as long as there are any, and never as totals that lack the bad ones. */
class PartialImportTest {
    private static final ImportProfile DEALS = new ImportProfile(
            "deals",
            new LocalizedText("Deals", "Сделки"),
            new LocalizedText("", ""),
            FileLayout.standard(),
            new IntakeRules(NumberNotation.EN, null, BigDecimal.ONE, "RUB", "CRM", null),
            new EventForm(
                    new Given.Constant("SALES"),
                    PeriodGiven.of("day"),
                    Map.of(),
                    null,
                    List.of(),
                    List.of(new EventMeasure(
                            "REVENUE", Aggregate.SUM, ColumnName.of("budget"), List.of(), Set.of(Granularity.DAY))),
                    Skipped.NONE));

    @TempDir
    Path folder;

    private static ImportCounts refused(long rows) {
        return new ImportCounts(0, 0, 0, 0, 0, 0, rows);
    }

    @ParameterizedTest
    @EnumSource
    void totalThatLacksARefusedEvent_neverTakesThePlaceOfAWholeOne(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).by(DEALS).with(ImportMode.PARTIAL);
        fixture.lines("day;budget", "2026-09-01;1000", "2026-09-01;500");
        List<String> stored = fixture.stored();
        ImportResult result = fixture.lines("day;budget", "2026-09-01;1k", "2026-09-01;500", "2026-09-02;700");
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(result.issues()).extracting(Refusal::code).containsExactly(Code.W_EVENTS_PART, Code.E_NUM_SUFFIX);
        assertThat(result.counts()).isEqualTo(refused(1));
        assertThat(fixture.stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void dryRunOfEvents_saysThatNoTotalIsWhole_howeverManyRowsAreBad(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder)
                .by(DEALS)
                .with(ImportMode.PARTIAL)
                .dry(true);
        String bad = "2026-09-01;1k\n".repeat(Findings.KEPT_MAX + 1);
        ImportResult result = fixture.lines("day;budget", bad + "2026-09-02;700");
        assertThat(result.state()).isEqualTo(ImportState.VALIDATED);
        assertThat(result.counts().created()).isEqualTo(1);
        assertThat(result.issues()).hasSize(Findings.KEPT_MAX);
        assertThat(result.issues().get(0)).isEqualTo(Refusal.of(Code.W_EVENTS_PART));
    }

    @ParameterizedTest
    @EnumSource
    void fileWithoutAGoodRow_isRejected_andMayBeSentAgain(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportMode.PARTIAL);
        String[] lines = {"unit;measure;period;value", "NEW;LEADS;2026-09-01;11", "NEW;LEADS;2026-09-02;12"};
        ImportResult result = fixture.lines(lines);
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(result.counts()).isEqualTo(refused(2));
        ImportResult again =
                fixture.knowing(new SampleCodes(Set.of("NEW"), "RUB")).lines(lines);
        assertThat(again.state()).isEqualTo(ImportState.APPLIED);
        assertThat(again.duplicateOf()).isEmpty();
        assertThat(fixture.rows("select sum(amount) from actual")).containsExactly("23");
    }

    @ParameterizedTest
    @EnumSource
    void fileSentAgain_saysThatRowsOfItAreStillOut(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportMode.PARTIAL);
        String[] lines = {"unit;measure;period;value", "SALES;LEADS;2026-09-01;11", "NEW;LEADS;2026-09-02;12"};
        ImportResult first = fixture.lines(lines);
        ImportResult again = fixture.lines(lines);
        assertThat(again.duplicateOf()).contains(first.id());
        assertThat(again.issues().get(0)).isEqualTo(Refusal.of(Code.W_STILL_OUT, first.id() + "", "1"));
        assertThat(again.issuesTotal()).isEqualTo(2);
    }
}
