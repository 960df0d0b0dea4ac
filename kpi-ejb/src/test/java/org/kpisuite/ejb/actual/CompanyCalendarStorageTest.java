package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.RetailCalendar;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** Values of fiscal and retail periods, imported, stored and read on both databases. */
class CompanyCalendarStorageTest {
    private static final String HEADER = "unit;measure;period;value";
    private static final DayRange YEARS = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31));
    private static final CompanyCalendar COMPANY = new CompanyCalendar(
            new FiscalCalendar(2, YearLabel.END_YEAR),
            RetailCalendar.parse("SATURDAY NEAREST 1 4-5-4 START_YEAR"),
            CalendarKind.CIVIL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void valuesOfEveryCalendar_comeBackWithTheirDays(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).in(COMPANY);
        ImportResult result = fixture.lines(
                HEADER,
                "SALES;BUYERS;FY2027-Q1;1",
                "SALES;BUYERS;FY2027;2",
                "SALES;BUYERS;FY2027-P01;3",
                "SALES;BUYERS;R2026-W01;4",
                "SALES;BUYERS;R2026-P02;5",
                "SALES;BUYERS;R2026-Q3;6",
                "SALES;BUYERS;R2026;7",
                "SALES;BUYERS;2026-W40;9");
        assertThat(result.issues()).isEmpty();
        try (Connection connection = fixture.connection()) {
            FactQuery query = new FactQuery(
                    List.of("SALES"),
                    Set.of(Set.of(new FactSeries("BUYERS", "", FactSeries.Kind.EXACT))),
                    List.of(YEARS),
                    List.of(),
                    Scenario.AC);
            List<FactSlice> slices = new FactReader(connection, COMPANY)
                    .read(query, fixture.now().plusSeconds(1));
            assertThat(slices)
                    .extracting(s -> s.granularity() + " " + s.days().start() + " "
                            + s.days().endInclusive() + " " + Decimals.plain(s.sum()))
                    .containsExactlyInAnyOrder(
                            "QUARTER 2026-02-01 2026-04-30 1",
                            "YEAR 2026-02-01 2027-01-31 2",
                            "MONTH 2026-02-01 2026-02-28 3",
                            "WEEK 2026-02-01 2026-02-07 4",
                            "MONTH 2026-03-01 2026-04-04 5",
                            "QUARTER 2026-08-02 2026-10-31 6",
                            "YEAR 2026-02-01 2027-01-30 7",
                            "WEEK 2026-09-28 2026-10-04 9");
            assertThat(new StoredFacts(connection, COMPANY)
                            .list(new StoredFacts.Page(
                                    List.of("SALES"),
                                    List.of("BUYERS"),
                                    YEARS,
                                    null,
                                    fixture.now().plusSeconds(1),
                                    null,
                                    100)))
                    .extracting(f -> f.period().code())
                    .contains(
                            "FY2027-Q1",
                            "FY2027",
                            "R2026-W01",
                            "R2026-Q3",
                            "R2026-P02",
                            "R2026",
                            "2026-W40",
                            "2026-02");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiscalMonth_andTheCivilMonthOfItsDays_areOneValue(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).in(COMPANY);
        fixture.lines(HEADER, "SALES;BUYERS;FY2027-P01;3");
        ImportResult again = fixture.lines(HEADER, "SALES;BUYERS;2026-02;4");
        assertThat(again.counts().changed()).isEqualTo(1);
        assertThat(fixture.rows("select grain, period_start from actual")).containsExactly("M 2026-02-01");
    }

    @ParameterizedTest
    @EnumSource
    void bareQuarter_isRefused_withBothThatItCouldBe(TestDatabase database) throws Exception {
        ImportResult result = new ImportFixture(database, folder).in(COMPANY).lines(HEADER, "SALES;BUYERS;2026-Q2;8");
        assertThat(result.issues()).singleElement().satisfies(i -> {
            assertThat(i.code().text()).isEqualTo("E-PERIOD-AMBIGUOUS");
            assertThat(i.arguments())
                    .containsExactly("2026-Q2 (2026-04-01 – 2026-06-30)", "FY2026-Q2 (2025-05-01 – 2025-07-31)");
        });
    }

    @Test
    void storedRow_thatTodaysCalendarHasNot_isToldByTheSettingsToLookAt() {
        assertThatThrownBy(() -> Grain.F.period(LocalDate.of(2026, 4, 1), COMPANY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KPI_FISCAL_START");
        assertThatThrownBy(() -> Grain.R.period(LocalDate.of(2026, 2, 1), CompanyCalendar.STANDARD))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Grain.of(CompanyCalendar.STANDARD)).containsExactly(Grain.D, Grain.W, Grain.M, Grain.Q, Grain.Y);
    }
}
